import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SourceLoader } from "../../src/engine/package-loader.js";
import { StubLibrary } from "../../src/knowledge/index.js";
import { ModuleFiles, ModuleResolver, unconstrained } from "../../src/project/index.js";
import { Program } from "../../src/semantics/index.js";
import type { Type } from "../../src/semantics/types/type.js";
import type { CallExpressionNode } from "../../src/syntax/index.js";
import { parser } from "../go-parser.js";
import { MemoryFileSystem } from "../project/memory-file-system.js";

type Signature = Extract<Type, { kind: "signature" }>;

/** A function or method that a stub declares. */
export interface DeclaredFunction {
  readonly signature: Signature;
  /** The type whose method it is. */
  readonly receiver: Type | undefined;
  /** What a call of it is said to call. */
  readonly calleeName: string | undefined;
}

const folder = new URL("../../src/knowledge/data/", import.meta.url);
const library = new StubLibrary((path) => {
  try {
    return readFileSync(fileURLToPath(new URL(path, folder)), "utf8");
  } catch {
    return undefined;
  }
});
const nothing = new MemoryFileSystem({});
const program = new Program(
  new SourceLoader({
    fileSystem: nothing,
    modules: new ModuleResolver(nothing),
    parser,
    moduleCache: undefined,
    stubs: (path) => library.find(path)?.text,
    code: new ModuleFiles(nothing),
  }),
);

/** `net/http.(*Client).Do` in its parts. */
export function partsOf(name: string): {
  readonly path: string;
  readonly type: string;
  readonly name: string;
} {
  const method = /^(.+?)\.\((\*?\w+)\)\.(\w+)$/.exec(name);
  if (method) return { path: method[1] as string, type: method[2] as string, name: method[3] as string };
  const dot = name.lastIndexOf(".");
  return { path: name.slice(0, dot), type: "", name: name.slice(dot + 1) };
}

/** Whether a package has a stub. */
export function hasStub(path: string): boolean {
  return library.find(path) !== undefined;
}

/** What the stubs declare under a full name; undefined when there is no such function or method. */
export function declaredFunction(fullName: string): DeclaredFunction | undefined {
  const { path, type, name } = partsOf(fullName);
  const parameter = type === "" ? "" : `v ${type.replace(/^(\*?)/, "$1q.")}`;
  const text = `package p\n\nimport q "${path}"\n\nfunc f(${parameter}) { ${type === "" ? "q" : "v"}.${name}() }\n`;
  const tree = parser.parse(text);
  const source = { tree, constraint: unconstrained };
  const opened = program.open({
    kind: "parsed",
    path: "example.com/p",
    name: "p",
    files: [source],
    origin: undefined,
  });
  const semantics = opened.file(tree);
  const nodes = Array.from({ length: tree.arena.size }, (_, id) => tree.node(id));
  const call = nodes.find((node) => node.kind === "call_expression") as CallExpressionNode;
  const signature = semantics.typeOf(call.function);
  if (signature.kind !== "signature") return undefined;
  const operand = call.function.kind === "selector_expression" ? call.function.operand : undefined;
  return {
    signature,
    receiver: type === "" || !operand ? undefined : semantics.typeOf(operand),
    calleeName: semantics.calleeName(call),
  };
}

/** The type of what a path of fields and methods selects in a value: `Body.Close`. */
export function selected(type: Type, path: string): Type | undefined {
  let current: Type | undefined = type;
  for (const name of path.split(".")) {
    current = current && program.types.members.select(current, name)?.type;
  }
  return current;
}

/** The type behind a name. */
export function underlying(type: Type): Type {
  return program.types.members.underlying(type);
}
