// The JSON schema of configuration files, for editors.

/** schema/leakcheckrc.schema.json for a list of rules. */
export function schema(rules, buildConfigSchema) {
  return {
    path: "schema/leakcheckrc.schema.json",
    text: `${JSON.stringify(buildConfigSchema(rules, "any"), null, 2)}\n`,
  };
}
