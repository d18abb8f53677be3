import { ModuleFiles } from "../project/index.js";
import type { FileSystem, ModuleResolver } from "../project/index.js";
import { Program } from "../semantics/index.js";
import type { GoParser } from "../syntax/index.js";
import { knowledge } from "./knowledge-files.js";
import { SourceLoader } from "./package-loader.js";

/** What imported packages are loaded with. */
export interface ProgramParts {
  readonly fileSystem: FileSystem;
  readonly modules: ModuleResolver;
  readonly parser: Pick<GoParser, "parse">;
  /** The code around what is linted, where others look at it, too. */
  readonly code?: ModuleFiles;
  /** Folder of Go's module cache, which need not be there; undefined to do without. */
  readonly moduleCache?: string | undefined;
}

/** A program whose imports come from source where it can be found, and from the knowledge base elsewhere. */
export function openProgram(parts: ProgramParts): Program {
  return new Program(openLoader(parts, new ModuleFiles(parts.fileSystem)));
}

/** Bytes of declarations that are kept at the most; a run over more packages reads some of them again. */
const maximumKept = 60_000_000;

/** The program of a run that goes from package to package, begun anew whenever it has grown too large. */
export class RunningProgram {
  readonly #parts: ProgramParts;
  readonly #code: ModuleFiles;
  #loader: SourceLoader;
  #program: Program;

  constructor(parts: ProgramParts) {
    this.#parts = parts;
    this.#code = parts.code ?? new ModuleFiles(parts.fileSystem);
    this.#loader = openLoader(parts, this.#code);
    this.#program = new Program(this.#loader);
  }

  /** Whether what it knows comes from the files of a folder, among others. */
  hasRead(folder: string): boolean {
    return this.hasImported(folder) || this.#code.hasRead(folder);
  }

  /** Whether the package in a folder was asked for what it declares or does, beside those that are looked at. */
  hasImported(folder: string): boolean {
    return this.#loader.hasRead(folder);
  }

  /** Roughly the memory that it takes, in bytes. */
  get kept(): number {
    return this.#loader.kept;
  }

  /** The program to look at the next package with. What the last one returned stays valid. */
  get current(): Program {
    if (this.#loader.kept > maximumKept) {
      this.#loader = openLoader(this.#parts, this.#code);
      this.#program = new Program(this.#loader);
    }
    return this.#program;
  }
}

function openLoader(parts: ProgramParts, code: ModuleFiles): SourceLoader {
  return new SourceLoader({ moduleCache: undefined, ...parts, stubs: stubText, code });
}

function stubText(path: string): string | undefined {
  return knowledge().find(path)?.text;
}
