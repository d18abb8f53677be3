import type { Verdict } from "../../diagnostic/index.js";
import type { Silence } from "../../rule/index.js";
import { describeSource } from "../config/config-source.js";
import type { FileSettings, ResolvedConfig } from "../config/index.js";
import { applyDirectives, unusedDirective } from "../directives/apply.js";
import type { DirectiveRules } from "../directives/directive-rules.js";
import { directivesOf } from "../directives/directive.js";
import type { Directive } from "../directives/directive.js";
import { silences } from "../directives/suppress.js";
import type { EnabledRule } from "../enabled-rule.js";
import type { FileUnderLint, Finding } from "../finding.js";
import { premiseCondition } from "../premise.js";
import { runRules } from "../rule-runner.js";
import type { FileFindings } from "../rule-runner.js";

/** What all rules make of a file, those that are off for it too. */
export interface FileVerdicts {
  /** In source order. */
  readonly verdicts: readonly Verdict[];
  readonly notices: FileFindings["notices"];
}

/** Runs every rule over a file, and tells of each finding whether it is reported, and of each silence its reason. */
export function fileVerdicts(
  target: FileUnderLint,
  config: ResolvedConfig,
  names: DirectiveRules,
  display: (path: string) => string,
): FileVerdicts {
  const { path } = target.file;
  const enabled = config.enabledRules(path);
  const judge = new Judge(target, config.settingsFor(path), enabled, names, display);
  const verdicts: Verdict[] = [];
  const found = runRules(target, [...enabled, ...disabledRules(config, path)], {
    silent: (rule, silence) => verdicts.push(...judge.silence(rule, silence)),
    leftOut: (finding, why, because) => verdicts.push(judge.leftOut(finding, why, because)),
  });
  verdicts.push(...found.findings.map((finding) => judge.finding(finding)));
  const isOn = ({ rule }: Finding): boolean => enabled.some(({ name }) => name === rule);
  // What is said of the directives themselves comes on top.
  const withDirectives = applyDirectives(target, found.findings.filter(isOn), enabled, names);
  const others = withDirectives.findings.filter((finding) => !found.findings.includes(finding));
  verdicts.push(...others.map(reported), ...judge.directives(found.findings.filter(isOn)));
  return {
    verdicts: verdicts.toSorted((a, b) => a.location.start - b.location.start),
    notices: found.notices,
  };
}

/** The rules that are off for a file, as they would run. */
function disabledRules(config: ResolvedConfig, path: string): readonly EnabledRule[] {
  const { rules } = config.settingsFor(path);
  return config.rules.flatMap((rule): readonly EnabledRule[] => {
    const { name, severity } = rule.meta;
    const setting = rules[name];
    return setting?.level === "off" ? [{ rule, name, severity, minor: true, options: setting.options }] : [];
  });
}

class Judge {
  readonly #target: FileUnderLint;
  readonly #settings: FileSettings;
  readonly #enabled: readonly EnabledRule[];
  readonly #names: DirectiveRules;
  readonly #display: (path: string) => string;
  readonly #directives: readonly Directive[];

  constructor(
    target: FileUnderLint,
    settings: FileSettings,
    enabled: readonly EnabledRule[],
    names: DirectiveRules,
    display: (path: string) => string,
  ) {
    this.#target = target;
    this.#settings = settings;
    this.#enabled = enabled;
    this.#names = names;
    this.#display = display;
    this.#directives = directivesOf(target.tree);
  }

  /** Rules that are off have nothing to say where they find nothing. */
  silence({ name }: EnabledRule, { at, why, message, shownBy = [] }: Silence): readonly Verdict[] {
    if (!this.#isOn(name)) return [];
    const { places } = this.#target;
    const steps = shownBy.map((step) => ({
      location: places.locate(step.at.tree, step.at),
      message: step.message,
    }));
    const location = places.locate(at.tree, at);
    return [{ rule: name, location, outcome: "silent", reason: why, message, steps }];
  }

  leftOut(finding: Finding, why: "minor" | "go-version", because = "It seldom matters."): Verdict {
    if (!this.#isOn(finding.rule)) return this.#off(finding);
    return leftOut(
      finding,
      why,
      why === "minor" ? `${because} ${whoShowsMinor}` : this.#versionBecause(finding),
    );
  }

  finding(finding: Finding): Verdict {
    if (!this.#isOn(finding.rule)) return this.#off(finding);
    const silencing = this.#directives.find((directive) => silences(directive, finding, this.#names.matches));
    return silencing ? leftOut(finding, "directive", this.#directiveBecause(silencing)) : reported(finding);
  }

  /** What directives silence, as it can be said where they stand. */
  directives(findings: readonly Finding[]): readonly Verdict[] {
    const { places, tree } = this.#target;
    return this.#directives.flatMap((directive): Verdict[] => {
      const silenced = findings.filter((finding) => silences(directive, finding, this.#names.matches));
      if (silenced.length === 0) return [];
      const steps = silenced.map(({ location, message, rule }) => ({
        location,
        message: `${message} (${rule})`,
      }));
      const location = places.locate(tree, directive.comment);
      const message = "this directive is of use: it silences what follows";
      return [{ rule: unusedDirective, location, outcome: "silent", reason: "in-use", message, steps }];
    });
  }

  #isOn(rule: string): boolean {
    return this.#enabled.some(({ name }) => name === rule);
  }

  #off(finding: Finding): Verdict {
    const { source } = this.#settings.rules[finding.rule] ?? { source: { kind: "default" as const } };
    if (source.kind !== "default") {
      const where = describeSource(source, this.#display);
      return leftOut(finding, "off", `The rule is off: ${where} says so.`);
    }
    const preset = this.#rule(finding.rule)?.meta.preset;
    const because = `The rule is off: it belongs to the preset ${preset ?? "all"}, which is not in use here.`;
    return leftOut(finding, "off", because);
  }

  #versionBecause({ rule }: Finding): string {
    const premise = this.#rule(rule)?.meta.go;
    const { version } = this.#target.build;
    const condition = premise === undefined ? "" : premiseCondition(premise);
    return `It is true only ${condition}, and this is built as go ${version?.text ?? "of some other version"}.`;
  }

  #directiveBecause({ comment, reason }: Directive): string {
    const { from } = this.#target.places.locate(this.#target.tree, comment);
    const why = reason === "" ? "" : `: ${reason}`;
    return `The directive in line ${from.line} silences it${why}`;
  }

  #rule(name: string): EnabledRule["rule"] | undefined {
    return this.#names.rule(name);
  }
}

const whoShowsMinor = "The presets strict and all show it.";

function reported({ rule, location, message, severity, advice, path }: Finding): Verdict {
  return {
    rule,
    location,
    outcome: "reported",
    message,
    severity,
    ...(advice === undefined ? {} : { advice }),
    steps: path,
  };
}

function leftOut(finding: Finding, reason: string, because: string): Verdict {
  return { ...reported(finding), outcome: "left-out", reason, because };
}
