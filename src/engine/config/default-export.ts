/**
 * What a module exports by default; undefined when it exports nothing so. A CommonJS module that was compiled
 * from `export default` is seen through.
 */
export function defaultExport(module: unknown): unknown {
  const value = property(module, "default");
  return property(value, "__esModule") === true ? property(value, "default") : value;
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
