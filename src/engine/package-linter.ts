import type { Diagnostic, Notice } from "../diagnostic/index.js";
import type { GoFile, GoPackage, Importer } from "../project/index.js";
import type { ResourceFacts } from "../rule/index.js";
import type { PackageFile, PackageSemantics, Program } from "../semantics/index.js";
import { LineIndex } from "../text/line-index.js";
import type { GoParser, SyntaxTree } from "../syntax/index.js";
import { applyDirectives } from "./directives/apply.js";
import type { DirectiveRules } from "./directives/directive-rules.js";
import type { EnabledRule } from "./enabled-rule.js";
import { withFingerprints } from "./finding.js";
import type { FileUnderLint } from "./finding.js";
import { Places } from "./places.js";
import { goBuildOf } from "./premise.js";
import type { GoBuild } from "./premise.js";
import { crashNotice, runRules } from "./rule-runner.js";

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
  const source = new ParsedPackage(task, parser, program);
  const found = [...task.files].map(([file, fileTask]) => lintFile(file, fileTask, task, source));
  return {
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics),
    notices: found.flatMap(({ notices }) => notices),
    suppressed: found.reduce((sum, { suppressed }) => sum + suppressed, 0),
  };
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
    const target = source.target(file, path, goBuildOf(task.package.module, go));
    const found = runRules(target, rules);
    notices.push(...found.notices);
    const { findings, suppressed } = applyDirectives(target, found.findings, rules, task.directives);
    return { diagnostics: withFingerprints(findings, target), notices, suppressed };
  } catch (error) {
    return { diagnostics: [], notices: [...notices, crashNotice(error, path)], suppressed: 0 };
  }
}

/** The files of a package, each parsed when it is first needed. */
class ParsedPackage {
  readonly #task: PackageTask;
  readonly #parser: GoParser;
  readonly #trees = new Map<GoFile, SyntaxTree>();
  readonly #semantics: PackageSemantics;
  readonly #places: Places;

  constructor(task: PackageTask, parser: GoParser, program: Program) {
    this.#task = task;
    this.#parser = parser;
    this.#semantics = program.open({
      kind: "parsed",
      files: contextOf(task).map((file) => this.#packageFile(file)),
      path: task.package.importPath,
      name: task.package.name,
      origin: originOf(task.package),
    });
    this.#places = new Places((tree) => this.#pathOf(tree));
  }

  tree(file: GoFile): SyntaxTree {
    let tree = this.#trees.get(file);
    if (!tree) {
      tree = this.#parser.parse(file.text);
      this.#trees.set(file, tree);
    }
    return tree;
  }

  target(file: GoFile, path: string, build: GoBuild): FileUnderLint {
    const tree = this.tree(file);
    const semantics = this.#semantics.file(tree);
    const { package: owner, resources } = this.#task;
    return { file, package: owner, path, tree, semantics, places: this.#places, build, resources };
  }

  #packageFile(file: GoFile): PackageFile {
    const tree = (): SyntaxTree => this.tree(file);
    return {
      constraint: file.constraint,
      get tree() {
        return tree();
      },
    };
  }

  #pathOf(tree: SyntaxTree): string | undefined {
    for (const [file, parsed] of this.#trees) if (parsed === tree) return this.#task.display(file.path);
    return undefined;
  }
}

function originOf({ directory, module }: GoPackage): Importer {
  return { directory, module, main: module };
}

/** The files whose names count. Code outside of tests cannot see what tests declare. */
function contextOf(task: PackageTask): readonly GoFile[] {
  const { files } = task.package;
  const reportsTests = [...task.files.keys()].some((file) => file.isTest);
  return reportsTests ? files : files.filter((file) => !file.isTest);
}

/** What Go would reject before it looks at any name. */
function syntaxNotices(file: GoFile, tree: SyntaxTree, path: string): Notice[] {
  const [first] = tree.errors;
  if (first) {
    const position = new LineIndex(tree.text).position(first.start);
    const what = first.missing === undefined ? "syntax error" : `syntax error: ${first.missing} expected`;
    const more = tree.errors.length > 1 ? ` (and ${tree.errors.length - 1} more in this file)` : "";
    return [
      { kind: "syntax-error", message: `${what}${more}; linted what could be parsed`, file: path, position },
    ];
  }
  if (file.packageName !== "") return [];
  // The grammar does not ask for one.
  const position = { line: 1, column: 1 };
  return [
    { kind: "syntax-error", message: "syntax error: there is no package clause", file: path, position },
  ];
}
