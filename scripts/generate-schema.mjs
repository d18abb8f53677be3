// Writes schema/leakcheckrc.schema.json from the rules. Reads the compiled project: `npm run build` goes first.
import { writeFileSync } from "node:fs";
import { rules } from "../dist/rules/index.js";
import { buildConfigSchema } from "../dist/src/engine/config/index.js";

const schema = buildConfigSchema(rules, "any");
writeFileSync(
  new URL("../schema/leakcheckrc.schema.json", import.meta.url),
  `${JSON.stringify(schema, null, 2)}\n`,
);
