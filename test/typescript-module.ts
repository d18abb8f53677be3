import { parseSync } from "@swc/core";

/** What the architecture test wants to know of a TypeScript file. */
export interface TypeScriptModule {
  /** What it imports or re-exports from, as written, types included. */
  readonly imports: readonly string[];
  /** Objects whose members it uses and functions that it calls or constructs, by name: `process.exit`, `Date`. */
  readonly uses: ReadonlySet<string>;
  /** Whether anything in it is asynchronous. */
  readonly isAsync: boolean;
}

interface AstNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

export function readTypeScript(text: string): TypeScriptModule {
  const imports: string[] = [];
  const uses = new Set<string>();
  let isAsync = false;
  for (const node of nodesOf(
    parseSync(text, { syntax: "typescript", target: "es2022" }) as unknown as AstNode,
  )) {
    if (isNode(node["source"]) && typeof node["source"]["value"] === "string")
      imports.push(node["source"]["value"]);
    if (node["async"] === true || node["isAwait"] === true || node.type === "AwaitExpression") isAsync = true;
    if (node.type === "CallExpression" || node.type === "NewExpression") {
      const callee = node["callee"] as AstNode;
      if (callee.type === "Import") imports.push(importedBy(node));
      else uses.add(nameOf(callee));
    }
    if (node.type === "MemberExpression") {
      uses.add(nameOf(node["object"]));
      uses.add(nameOf(node));
    }
  }
  return { imports, uses, isAsync: isAsync || uses.has("Promise") };
}

/** Every node of a tree, whatever field it is in. */
function* nodesOf(root: AstNode): Iterable<AstNode> {
  const pending: unknown[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (isNode(next)) yield next;
    if (typeof next === "object" && next !== null) {
      pending.push(...Object.values(next).filter((value) => value !== null && typeof value === "object"));
    }
  }
}

function isNode(value: unknown): value is AstNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** `a` and `a.b`; empty for everything else. */
function nameOf(value: unknown): string {
  if (!isNode(value)) return "";
  if (value.type === "Identifier") return value["value"] as string;
  if (value.type !== "MemberExpression") return "";
  return `${nameOf(value["object"])}.${nameOf(value["property"])}`;
}

function importedBy(call: AstNode): string {
  const [argument] = call["arguments"] as readonly { readonly expression: AstNode }[];
  const value = argument?.expression["value"];
  return typeof value === "string" ? value : "(computed)";
}
