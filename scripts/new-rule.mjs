// `npm run new-rule NAME`: begins a rule. Writes rule.ts, rule.md and a first fixture from templates, and adds the
// rule to the registry. `npm test` then says what is still missing.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { registry } from "./generate-registry.mjs";
import { root as project } from "./steps.mjs";

const usage = "usage: npm run new-rule NAME (two or more lower-case words: unclosed-socket)";

/** Writes the files of a rule into the project in `root`; gives back their paths. Throws for a name that cannot be. */
function createRule(name, root) {
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(name)) throw new Error(`"${name}" is no name for a rule\n${usage}`);
  if (existsSync(join(root, "rules", name))) throw new Error(`there is a rule "${name}" already`);
  const files = {
    [`rules/${name}/rule.ts`]: ruleTemplate(name),
    [`rules/${name}/rule.md`]: docsTemplate(name),
    [`rules/${name}/testdata/go1.22/basic/basic.go`]: fixtureTemplate(),
  };
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const { path, text } = registry(root);
  writeFileSync(join(root, path), text);
  return [...Object.keys(files), path];
}

function ruleTemplate(name) {
  const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  return `import { defineRule } from "#rule";

export default defineRule({
  meta: {
    name: "${name}",
    summary: "TODO: what leaks, in at most 72 characters",
    category: "resource",
    preset: "strict",
    severity: "warning",
    precision: "medium",
    cwe: ["CWE-772"],
    since: "${version}",
    status: "preview",
    messages: { leaked: "todo: what {{call}} starts leaks" },
    advice: { leaked: "TODO: say what to do." },
    fix: "none",
  },
  create(context) {
    return {
      call_expression(call) {
        const callee = context.semantics.callee(call);
        if (callee?.kind !== "imported" || callee.name !== "time.AfterFunc") return;
        context.report({ at: call, messageId: "leaked", data: { call: call.function.text } });
      },
    };
  },
});
`;
}

function docsTemplate(name) {
  return `# ${name}

## What it does

TODO

## Why it leaks

TODO: what the runtime does.

## Incorrect

\`\`\`go
package example

import "time"

func leaks() {
	time.AfterFunc(time.Hour, func() {})
}
\`\`\`

## Correct

\`\`\`go
package example

func doesNot() {}
\`\`\`

## How it decides and what it cannot see

TODO

## Options

None.

## When not to use it

TODO

## Evidence at run time

TODO: where pprof shows it.

## References

TODO
`;
}

function fixtureTemplate() {
  return `// Package basic has a leak, and code that looks like one.
package basic

import "time"

func leaks() {
	time.AfterFunc(time.Hour, func() {}) // want "what time.AfterFunc starts leaks"
}

// Functions that must stay silent have names that begin with ok. A rule needs at least ten.
func okReleased() {}
`;
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { root: { type: "string" } },
  });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new Error(usage);
  for (const path of createRule(name, resolve(values.root ?? project))) console.log(`wrote ${path}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
