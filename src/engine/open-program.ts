import type { FileSystem, ModuleResolver } from "../project/index.js";
import { Program } from "../semantics/index.js";
import type { GoParser } from "../syntax/index.js";
import { knowledge } from "./knowledge-files.js";
import { SourceLoader } from "./package-loader.js";

/** What imported packages are loaded with. */
export interface ProgramParts {
  readonly fileSystem: FileSystem;
  readonly modules: ModuleResolver;
  readonly parser: GoParser;
  /** Folder of Go's module cache, which need not be there; undefined to do without. */
  readonly moduleCache?: string | undefined;
}

/** A program whose imports come from source where it can be found, and from the knowledge base elsewhere. */
export function openProgram(parts: ProgramParts): Program {
  const stubs = (path: string): string | undefined => knowledge().find(path)?.text;
  return new Program(new SourceLoader({ moduleCache: undefined, ...parts, stubs }));
}
