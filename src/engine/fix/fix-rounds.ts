import type { Diagnostic, Fix, FixedFile, Notice } from "../../diagnostic/index.js";
import type { GoParser } from "../../syntax/index.js";
import { applyEdits, compatible } from "../../text/edit.js";
import type { EditedFiles } from "./edited-files.js";

/** How often the files of a folder are fixed and linted again at the most. */
const maximumRounds = 10;

/** Which fixes are made. */
export interface FixChoice {
  readonly kinds: ReadonlySet<Fix["kind"]>;
  /** Whether a finding is to be mended; all are unless said. */
  readonly wants?: ((diagnostic: Diagnostic) => boolean) | undefined;
}

/** What is linted again after each round: the files of one folder. */
export interface FixSubject<T> {
  /** Absolute paths by the paths in locations. */
  readonly paths: ReadonlyMap<string, string>;
  /** Lints the files as they are now. */
  readonly lint: () => T;
}

/** What came of fixing. */
export interface FixOutcome<T> {
  /** What linting says of the files as they were. */
  readonly before: T;
  /** What it says of them as they are now. */
  readonly after: T;
  readonly fixed: readonly FixedFile[];
  readonly notices: readonly Notice[];
}

interface Found {
  readonly diagnostics: readonly Diagnostic[];
  readonly notices: readonly Notice[];
}

/** Why changes cannot be made. */
type Refusal = "syntax" | "finding";

const refusals: Readonly<Record<Refusal, string>> = {
  syntax: "the file would have a syntax error more",
  finding: "its finding would stay, or another one come",
};

/** A fix of a finding that is to be made. */
interface Change extends Fix {
  readonly diagnostic: Diagnostic;
}

/** What changes make of a file. */
interface NewText {
  readonly file: string;
  readonly path: string;
  readonly old: string;
  readonly text: string;
  /** How many changes. */
  readonly count: number;
}

/**
 * Makes fixes in rounds until there is none left: of fixes that touch the same place, a later round makes the second. A fix
 * is only made if its finding goes, no other comes, and the file has no syntax error more than before.
 */
export class FixRounds<T extends Found> {
  readonly #files: EditedFiles;
  readonly #subject: FixSubject<T>;
  readonly #parser: Pick<GoParser, "parse">;
  readonly #choice: FixChoice;
  readonly #before = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  readonly #refused = new Set<string>();
  readonly #notices: Notice[] = [];

  constructor(
    files: EditedFiles,
    subject: FixSubject<T>,
    parser: Pick<GoParser, "parse">,
    choice: FixChoice,
  ) {
    this.#files = files;
    this.#subject = subject;
    this.#parser = parser;
    this.#choice = choice;
  }

  run(): FixOutcome<T> {
    const before = this.#subject.lint();
    let found = before;
    for (let round = 1; ; round++) {
      const changes = this.#changesFor(found);
      if (changes.length === 0) break;
      if (round > maximumRounds) {
        this.#giveUp(changes);
        break;
      }
      found = this.#makeAsMany(changes, found) ?? found;
    }
    const fixed = [...this.#counts].map(([file, count]) => ({
      file,
      count,
      before: this.#before.get(file) ?? "",
      after: this.#files.get(this.#pathOf(file)).text,
    }));
    return { before, after: found, fixed, notices: this.#notices };
  }

  /** The fixes that can be made in one round. */
  #changesFor({ diagnostics }: Found): readonly Change[] {
    const { kinds, wants } = this.#choice;
    const changes = diagnostics.flatMap((diagnostic): Change[] => {
      const fix = diagnostic.fixes.find(({ kind }) => kinds.has(kind));
      return fix && wants?.(diagnostic) !== false ? [{ ...fix, diagnostic }] : [];
    });
    return [...byFile(changes)].flatMap(([file, ofFile]) => {
      if (!this.#isWritable(file, ofFile.length)) return [];
      return compatible(ofFile.filter((change) => !this.#refused.has(keyOf(change))));
    });
  }

  /** Whether a file's text has all that its bytes have. */
  #isWritable(file: string, fixes: number): boolean {
    if (!this.#files.get(this.#pathOf(file)).source.lossy) return true;
    if (!this.#refused.has(file)) {
      this.#refused.add(file);
      const message = `it is not valid UTF-8, so ${fixes === 1 ? "its fix is" : `its ${fixes} fixes are`} left to you`;
      this.#notices.push({ kind: "unfixed", message, file });
    }
    return false;
  }

  /** Makes changes as far as they do what they should; those that are left over have another turn in the next round. */
  #makeAsMany(changes: readonly Change[], before: T): T | undefined {
    const attempted = this.#attempt(changes, before);
    if (typeof attempted !== "string") return attempted;
    const [only] = changes;
    if (changes.length === 1 && only) {
      this.#refuse(only, attempted);
      return undefined;
    }
    // Most often a single change is to blame.
    const middle = changes.length >> 1;
    return (
      this.#makeAsMany(changes.slice(0, middle), before) ?? this.#makeAsMany(changes.slice(middle), before)
    );
  }

  /** Makes changes all together, or none of them where they do not do what they should. */
  #attempt(changes: readonly Change[], before: T): T | Refusal {
    const texts = this.#textsOf(changes);
    if (texts.some(({ old, text }) => this.#errors(text) > this.#errors(old))) return "syntax";
    for (const { path, text } of texts) this.#files.set(path, text);
    const after = this.#subject.lint();
    const isBetter = after.diagnostics.length <= before.diagnostics.length - changes.length;
    if (isBetter && crashes(after) <= crashes(before)) {
      this.#count(texts);
      return after;
    }
    for (const { path, old } of texts) this.#files.set(path, old);
    return "finding";
  }

  #textsOf(changes: readonly Change[]): readonly NewText[] {
    return [...byFile(changes)].map(([file, ofFile]) => {
      const path = this.#pathOf(file);
      const old = this.#files.get(path).text;
      const edits = ofFile.flatMap((change) => change.edits);
      return { file, path, old, text: applyEdits(old, edits), count: ofFile.length };
    });
  }

  #errors(text: string): number {
    return this.#parser.parse(text).errors.length;
  }

  #count(texts: readonly NewText[]): void {
    for (const { file, old, count } of texts) {
      if (!this.#before.has(file)) this.#before.set(file, old);
      this.#counts.set(file, (this.#counts.get(file) ?? 0) + count);
    }
  }

  #refuse(change: Change, refusal: Refusal): void {
    const { rule, location } = change.diagnostic;
    this.#refused.add(keyOf(change));
    const message = `not fixed (${change.message}): ${refusals[refusal]}`;
    this.#notices.push({ kind: "unfixed", message, file: location.file, position: location.from, rule });
  }

  #giveUp(changes: readonly Change[]): void {
    for (const file of new Set(changes.map(({ diagnostic }) => diagnostic.location.file))) {
      const message = `there are still fixes after ${maximumRounds} rounds: run --fix again`;
      this.#notices.push({ kind: "unfixed", message, file });
    }
  }

  #pathOf(file: string): string {
    return this.#subject.paths.get(file) ?? file;
  }
}

function keyOf({ diagnostic, message }: Change): string {
  return `${diagnostic.fingerprint} ${message}`;
}

function byFile(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const { file } = change.diagnostic.location;
    const group = groups.get(file);
    if (group) group.push(change);
    else groups.set(file, [change]);
  }
  return groups;
}

function crashes({ notices }: Found): number {
  return notices.filter(({ kind }) => kind === "internal-error").length;
}
