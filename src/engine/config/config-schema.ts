import type { Rule } from "../../rule/index.js";
import { fileSizePattern } from "./file-size.js";
import { levels } from "./level.js";
import { presetNames } from "./preset.js";
import { resourceSchema } from "./resource-schema.js";
import { RuleCatalogue } from "./rule-catalogue.js";
import { map, oneOrMore } from "./schema-parts.js";
import type { JsonSchema } from "./schema-parts.js";

/** Whether a schema takes any `plugin/rule` or only the rules that it has been built with. */
export type PluginRules = "any" | "known";

/** The schema of a config file in which `rules` can be set. */
export function buildConfigSchema(rules: readonly Rule[], pluginRules: PluginRules): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Configuration of leakcheck",
    ...map({
      $schema: { type: "string", description: "Location of this schema, for editors." },
      extends: oneOrMore({
        description:
          "Presets, config files (./base.yaml) and packages that export a config. Later ones win over earlier ones, and this file over all of them. Without a preset anywhere, recommended applies.",
        examples: presetNames,
      }),
      rules: { $ref: "#/definitions/rules" },
      overrides: {
        type: "array",
        items: { $ref: "#/definitions/override" },
        description: "Settings for some files; later entries win.",
      },
      resources: {
        type: "array",
        items: { $ref: "#/definitions/resource" },
        description:
          "What the project has of its own that must be released: the rule unreleased-resource follows it. A name that an extended config has too is declared anew.",
      },
      ignores: oneOrMore({
        description: "Files and folders that are not linted, in the manner of .gitignore.",
        examples: ["gen/", "*.pb.go"],
      }),
      plugins: oneOrMore({
        description: "Packages and files (./rules/acme.js) that bring rules of their own.",
        examples: ["./rules/acme.js"],
      }),
      go: {
        type: "string",
        pattern: "^(?:go)?[1-9][0-9]*\\.(?:0|[1-9][0-9]*)(?:\\.(?:0|[1-9][0-9]*)|(?:beta|rc)[1-9][0-9]*)?$",
        description: "Go version the code is built with; counts more than the go line of go.mod.",
        examples: ["1.22"],
      },
      build: map({
        tags: oneOrMore({
          pattern: "^[^\\s,!&|()]+$",
          description: "Build tags that are set, as with go build -tags.",
          examples: ["integration"],
        }),
      }),
      tests: testsSchema,
      maxFileSize: {
        type: ["integer", "string"],
        minimum: 1,
        pattern: fileSizePattern,
        description: "Larger files are not parsed but named in a notice. In bytes, or with KB, MB or GB.",
        examples: ["4MB"],
      },
    }),
    definitions: definitions(new RuleCatalogue(rules), pluginRules),
  };
}

const testsSchema: JsonSchema = {
  type: "boolean",
  description: "Whether _test.go files are reported on. Either way they are read as context.",
};

function definitions(catalogue: RuleCatalogue, pluginRules: PluginRules): JsonSchema {
  const { rules } = catalogue;
  const groups = catalogue.groups.map((group) => [group, groupSchema(group, catalogue)]);
  return {
    rules: {
      ...map(Object.fromEntries([...rules.flatMap(ruleEntries), ...groups])),
      description: "Level of each rule, or its level and options, by name, alias, group or plugin/rule.",
      ...(pluginRules === "any"
        ? { patternProperties: { "^[^/]+/[^/]+$": ruleSchema({ type: "object" }) } }
        : {}),
    },
    override: {
      ...map({
        files: oneOrMore({
          pattern: "^!?(?!/|\\.\\.|[A-Za-z]:).",
          description:
            "Globs relative to this file; one without a slash goes by the name in any folder, one with ! in front takes files out again.",
          examples: ["cmd/**", "*_test.go"],
        }),
        rules: { $ref: "#/definitions/rules" },
        tests: testsSchema,
      }),
      required: ["files"],
    },
    resource: resourceSchema,
    level: {
      enum: levels,
      description: "How much findings of the rule matter; off: it does not run.",
    },
    plainRule: ruleSchema(map({})),
    ...Object.fromEntries(
      rules.flatMap(({ meta }) =>
        meta.options ? [[definitionName(meta.name), ruleSchema(map(meta.options))]] : [],
      ),
    ),
  };
}

/** The schemas of a rule under its name and under each alias. */
function ruleEntries({ meta }: Rule): readonly (readonly [string, JsonSchema])[] {
  const $ref = `#/definitions/${meta.options ? definitionName(meta.name) : "plainRule"}`;
  const aliases = (meta.aliases ?? []).map(
    (alias) => [alias, { $ref, description: `Another name of ${meta.name}.` }] as const,
  );
  return [[meta.name, { $ref, description: `${meta.summary}.` }], ...aliases];
}

function groupSchema(group: string, catalogue: RuleCatalogue): JsonSchema {
  const members = (catalogue.find(group) ?? []).map((rule) => rule.meta.name);
  return { $ref: "#/definitions/level", description: `All of ${members.join(", ")}.` };
}

/** A level, or a list of a level and options. */
function ruleSchema(options: JsonSchema): JsonSchema {
  return {
    if: { type: "array" },
    // oxlint-disable-next-line unicorn/no-thenable
    then: {
      type: "array",
      items: [{ $ref: "#/definitions/level" }, options],
      additionalItems: false,
      minItems: 1,
    },
    else: { $ref: "#/definitions/level" },
  };
}

// A `/` would end the name inside of a reference.
function definitionName(rule: string): string {
  return `rule.${rule.replace("/", ".")}`;
}
