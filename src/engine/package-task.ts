import { compatible, isReported, withTags } from "../project/index.js";
import type { GoFile, GoPackage, SelectedFile } from "../project/index.js";
import type { ResolvedConfig } from "./config/index.js";
import { directiveRules } from "./directives/directive-rules.js";
import type { DirectiveRules } from "./directives/directive-rules.js";
import type { FileTask, PackageTask } from "./package-linter.js";

/** What a task needs to know beside the configuration. */
export interface TaskOptions {
  /** Whether generated files are reported on without being named. */
  readonly generated: boolean;
  /** Whether all rules that the configuration enables are run. */
  readonly complete: boolean;
  /** How a file's path is shown. */
  readonly display: (path: string) => string;
}

/** What is to be done for a package: which of the wanted files are reported on, and how, by the configuration. */
export function packageTask(
  goPackage: GoPackage,
  wanted: ReadonlyMap<string, SelectedFile>,
  config: ResolvedConfig,
  options: TaskOptions,
): PackageTask {
  const built = inBuild(goPackage, config);
  const files = built.files.flatMap((file): [GoFile, FileTask][] => {
    const selected = wanted.get(file.path);
    if (!selected || !isReported(file, selected, options)) return [];
    const { tests, go } = config.settingsFor(file.path);
    if (file.isTest && !tests.value && !selected.named) return [];
    return [[file, { rules: config.enabledRules(file.path), go: go.value }]];
  });
  return {
    package: built,
    files: new Map(files),
    display: options.display,
    directives: directivesFor(config, options.complete),
    resources: config.resources,
  };
}

function directivesFor({ rules, skipped }: ResolvedConfig, complete: boolean): DirectiveRules {
  if (skipped.length === 0) return directiveRules(rules, complete);
  // What the plugins that were not run bring is not known.
  return { ...directiveRules(rules, false), isKnown: () => true };
}

/** Without the files that the configuration's build tags rule out. */
function inBuild(goPackage: GoPackage, config: ResolvedConfig): GoPackage {
  const tags = config.settingsFor(goPackage.directory).tags.value;
  if (tags.length === 0) return goPackage;
  const build = withTags(tags);
  return { ...goPackage, files: goPackage.files.filter((file) => compatible(file.constraint, build)) };
}
