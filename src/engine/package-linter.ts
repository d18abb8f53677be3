import type { Diagnostic, Notice } from "../diagnostic/index.js";
import type { GoFile, GoPackage } from "../project/index.js";
import { PackageSemantics } from "../semantics/index.js";
import { LineIndex } from "../text/line-index.js";
import type { GoParser, SyntaxTree } from "../syntax/index.js";
import { applyDirectives } from "./directives/apply.js";
import type { DirectiveRules } from "./directives/apply.js";
import type { EnabledRule } from "./enabled-rule.js";
import { withFingerprints } from "./finding.js";
import { Places } from "./places.js";
import { goBuildOf } from "./premise.js";
import type { GoBuild } from "./premise.js";
import { crashNotice, runRules } from "./rule-runner.js";

/** What applies to one file to be reported on. */
export interface FileSettings {
  readonly rules: readonly EnabledRule[];
  /** The Go version the user named, if any. */
  readonly go: GoBuild["version"];
}

/** A package and what is asked of it. */
export interface PackageTask {
  readonly package: GoPackage;
  /** The settings of each file to report on; files not in here are context. */
  readonly settings: ReadonlyMap<GoFile, FileSettings>;
  /** How a file's path is shown. */
  readonly display: (path: string) => string;
  readonly directives: DirectiveRules;
}

export interface PackageFindings {
  readonly diagnostics: readonly Diagnostic[];
  readonly notices: readonly Notice[];
  readonly suppressed: number;
}

/** Lints the files of one package that are asked for; the others lend the names they declare. */
export function lintPackage(task: PackageTask, parser: GoParser): PackageFindings {
  const trees = new Map<GoFile, SyntaxTree>();
  const notices: Notice[] = [];
  for (const file of task.package.files) {
    try {
      trees.set(file, parser.parse(file.text));
    } catch (error) {
      notices.push(crashNotice(error, task.display(file.path)));
    }
  }
  const semantics = new PackageSemantics([...trees].map(([file, tree]) => ({ tree, constraint: file.constraint })));
  const places = new Places(new Map([...trees].map(([file, tree]) => [tree, task.display(file.path)])));
  const diagnostics: Diagnostic[] = [];
  let suppressed = 0;

  for (const [file, settings] of task.settings) {
    const tree = trees.get(file);
    if (!tree) continue;
    const path = task.display(file.path);
    if (tree.errors.length > 0) notices.push(syntaxErrorNotice(tree, path));
    try {
      const target = {
        file,
        package: task.package,
        path,
        tree,
        semantics: semantics.file(tree),
        places,
        build: goBuildOf(task.package.module, settings.go),
      };
      const found = runRules(target, settings.rules);
      const left = applyDirectives(target, found.findings, settings.rules, task.directives);
      notices.push(...found.notices);
      diagnostics.push(...withFingerprints(left.findings, target));
      suppressed += left.suppressed;
    } catch (error) {
      notices.push(crashNotice(error, path));
    }
  }
  return { diagnostics, notices, suppressed };
}

function syntaxErrorNotice(tree: SyntaxTree, file: string): Notice {
  const [first] = tree.errors;
  const position = new LineIndex(tree.text).position(first?.start ?? 0);
  const what = first?.missing === undefined ? "syntax error" : `syntax error: ${first.missing} expected`;
  const more = tree.errors.length > 1 ? ` (and ${tree.errors.length - 1} more in this file)` : "";
  return { kind: "syntax-error", message: `${what}${more}; linted what could be parsed`, file, position };
}
