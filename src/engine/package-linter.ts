import type { Diagnostic, Notice } from "../diagnostic/index.js";
import type { GoFile, GoPackage } from "../project/index.js";
import type { ResourceFacts } from "../rule/index.js";
import type { Program } from "../semantics/index.js";
import type { GoParser, SyntaxTree } from "../syntax/index.js";
import { applyDirectives } from "./directives/apply.js";
import type { DirectiveRules } from "./directives/directive-rules.js";
import type { EnabledRule } from "./enabled-rule.js";
import { withFingerprints } from "./finding.js";
import { ParsedPackage } from "./parsed-package.js";
import type { TreeSource } from "./parsed-package.js";
import { goBuildOf } from "./premise.js";
import type { GoBuild } from "./premise.js";
import { crashNotice, runRules } from "./rule-runner.js";
import { syntaxNotices } from "./syntax-notices.js";

/** How one file is to be linted. */
export interface FileTask {
  readonly rules: readonly EnabledRule[];
  /** The Go version the user named, if any. */
  readonly go: GoBuild["version"];
}

/** A package and what is asked of it. */
export interface PackageTask {
  readonly package: GoPackage;
  /** The files to report on; the others are context. */
  readonly files: ReadonlyMap<GoFile, FileTask>;
  /** How a file's path is shown. */
  readonly display: (path: string) => string;
  readonly directives: DirectiveRules;
  /** Resources of the project's own. */
  readonly resources: readonly ResourceFacts[];
}

export interface PackageFindings {
  readonly diagnostics: readonly Diagnostic[];
  readonly notices: readonly Notice[];
  readonly suppressed: number;
}

/** Lints the files of one package that are asked for; the others lend the names they declare. */
export function lintPackage(task: PackageTask, parser: GoParser, program: Program): PackageFindings {
  const trees = new Map<GoFile, SyntaxTree>();
  const treeOf = (file: GoFile): SyntaxTree => {
    const parsed = trees.get(file);
    if (parsed) return parsed.again();
    const tree = parser.parse(file.text);
    trees.set(file, tree);
    return tree;
  };
  const found = withoutAndWithTests(task).flatMap((part) => {
    const linter = new PackageLinter(part, treeOf, program);
    return [...part.files.keys()].map((file) => linter.lint(file));
  });
  return {
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics),
    notices: found.flatMap(({ notices }) => notices),
    suppressed: found.reduce((sum, { suppressed }) => sum + suppressed, 0),
  };
}

/** Tests are context for tests alone, so what they are linted with is another package. */
export function withoutAndWithTests(task: PackageTask): readonly PackageTask[] {
  return [false, true].flatMap((isTest) => {
    const files = new Map([...task.files].filter(([file]) => file.isTest === isTest));
    return files.size > 0 ? [{ ...task, files }] : [];
  });
}

/** A package whose files are linted one by one, and share what was found out about the package. */
export class PackageLinter {
  readonly #task: PackageTask;
  readonly #source: ParsedPackage;

  constructor(task: PackageTask, trees: TreeSource, program: Program) {
    this.#task = task;
    const reported = new Set(task.files.keys());
    const withTests = [...reported].some((file) => file.isTest);
    this.#source = new ParsedPackage({ ...task, withTests, reported }, trees, program);
  }

  /** Lints a file of the task. */
  lint(file: GoFile): PackageFindings {
    const fileTask = this.#task.files.get(file);
    if (!fileTask) throw new Error(`${file.path} is not to be reported on`);
    return lintFile(file, fileTask, this.#task, this.#source);
  }

  /** The tree of a file of the package. */
  tree(file: GoFile): SyntaxTree {
    return this.#source.tree(file);
  }
}

function lintFile(
  file: GoFile,
  { rules, go }: FileTask,
  task: PackageTask,
  source: ParsedPackage,
): PackageFindings {
  const path = task.display(file.path);
  const notices: Notice[] = [];
  try {
    const tree = source.tree(file);
    notices.push(...syntaxNotices(file, tree, path));
    const target = source.target(file, goBuildOf(task.package.module, go));
    const found = runRules(target, rules);
    notices.push(...found.notices);
    const { findings, suppressed } = applyDirectives(target, found.findings, rules, task.directives);
    return { diagnostics: withFingerprints(findings, target), notices, suppressed };
  } catch (error) {
    return { diagnostics: [], notices: [...notices, crashNotice(error, path)], suppressed: 0 };
  }
}
