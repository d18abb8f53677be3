import { atLeast, parseGoVersion } from "../project/index.js";
import type { GoModule, GoVersion } from "../project/index.js";
import type { GoPremise } from "../rule/index.js";

/** What is known of the Go that a package will be built with. */
export interface GoBuild {
  /** Undefined when no go.mod and no option says it. */
  readonly version: GoVersion | undefined;
  /** Whether a `godebug` setting such as "asynctimerchan=1" is in force. */
  readonly hasSetting: (setting: string) => boolean;
}

/** The Go of a module; a version named by the user counts more than go.mod's. */
export function goBuildOf(module: GoModule | undefined, named: GoVersion | undefined): GoBuild {
  return {
    version: named ?? module?.runtimeVersion,
    hasSetting: (setting) => {
      const [name = "", value] = setting.split("=");
      return module?.godebug.get(name) === value;
    },
  };
}

/** Whether what a rule says is true of a build; `unknown` when the Go version decides and nobody says it. */
export function premiseHolds(premise: GoPremise | undefined, build: GoBuild): boolean | "unknown" {
  if (!premise || (premise.restoredBy !== undefined && build.hasSetting(premise.restoredBy))) return true;
  if (!build.version) return "unknown";
  const begun = premise.from === undefined || atLeast(build.version, version(premise.from));
  const over = premise.until !== undefined && atLeast(build.version, version(premise.until));
  return begun && !over;
}

/** "if built as go < 1.23" */
export function premiseCondition(premise: GoPremise): string {
  const bounds = [
    ...(premise.from === undefined ? [] : [`go ≥ ${premise.from}`]),
    ...(premise.until === undefined ? [] : [`go < ${premise.until}`]),
  ];
  return `if built as ${bounds.join(" and ")}`;
}

function version(text: string): GoVersion {
  const parsed = parseGoVersion(text);
  if (!parsed) throw new Error(`"${text}" is no Go version`);
  return parsed;
}
