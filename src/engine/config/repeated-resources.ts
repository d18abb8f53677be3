import type { SchemaFault } from "./check-schema.js";

/** Resources that one config, which need not be valid, declares under the name of an earlier one. */
export function findRepeatedResources(config: unknown): readonly SchemaFault[] {
  const resources = (config as { resources?: unknown } | null)?.resources;
  if (!Array.isArray(resources)) return [];
  const names = resources.map((resource: unknown) => (resource as { name?: unknown } | null)?.name);
  return names.flatMap((name, index) => {
    const first = names.indexOf(name);
    if (typeof name !== "string" || first === index) return [];
    const message = `must be a name of its own: resources[${first}] is called ${JSON.stringify(name)}, too`;
    return [{ path: ["resources", `${index}`, "name"], part: "value" as const, message }];
  });
}
