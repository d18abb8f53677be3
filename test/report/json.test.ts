import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { formatters } from "../../src/report/index.js";
import { context, diagnostic, fullDiagnostic, hostile, notices, run, unsafe } from "./samples.js";

const schemaFile = new URL("../../schema/report.schema.json", import.meta.url);
const schema: object = JSON.parse(readFileSync(schemaFile, "utf8"));
const validate = new Ajv2020({ allErrors: true }).compile(schema);

const full = run({ diagnostics: [fullDiagnostic, diagnostic({ severity: "info" })], notices, suppressed: 4 });

describe("the schema", () => {
  test.each([
    ["everything", full, { elapsed: 12.5 }],
    ["nothing", run({ rules: [], files: 0 }), {}],
  ])("holds for a report of %s", (_, result, changes) => {
    validate(JSON.parse(formatters.json(result, context(changes))));
    expect(validate.errors).toBeNull();
  });

  test("describes every field", () => {
    const undescribed: string[] = [];
    const visit = (value: unknown, path: string) => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (key === "properties") {
          for (const [name, field] of Object.entries(inner as Record<string, object>)) {
            if (!("description" in field)) undescribed.push(`${path}/${name}`);
          }
        }
        visit(inner, `${path}/${key}`);
      }
    };
    visit(schema, "");
    expect(undescribed).toEqual([]);
  });

  test("refuses what is not in the format", () => {
    const report = JSON.parse(formatters.json(full, context()));
    expect(validate({ ...report, version: 2 })).toBe(false);
    expect(validate({ ...report, extra: 1 })).toBe(false);
  });
});

describe("the report", () => {
  test("holds the result unchanged, with its version, tool and counts", () => {
    expect(JSON.parse(formatters.json(full, context({ elapsed: 12.5 })))).toEqual({
      version: 1,
      tool: { name: "leakcheck", version: "1.2.3" },
      workingDirectory: "/work/project",
      summary: {
        findings: 2,
        errors: 1,
        warnings: 0,
        infos: 1,
        files: 3,
        suppressed: 4,
        known: 0,
        untouched: 0,
        elapsed: 12.5,
      },
      diagnostics: full.diagnostics,
      notices: full.notices,
      rules: full.rules,
    });
  });

  test("is safe to print and still holds every character", () => {
    const output = formatters.json(run({ diagnostics: [diagnostic({ message: hostile })] }), context());
    expect(output).not.toMatch(unsafe);
    expect(JSON.parse(output).diagnostics[0].message).toBe(hostile);
  });
});
