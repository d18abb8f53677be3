import { test } from "@jest/globals";
import { Workspace } from "./workspace.js";
test("x", async () => {
  const show = async (files: Record<string,string>, flags = {}) => { const w = new Workspace(files); console.log(JSON.stringify(files), "\n", (await w.complaints("", flags)).join("\n")); w.remove(); };
  await show({ ".leakcheckrc": "ruels: {}\nrules:\n  unclosed-fiel: error\n  endless-goroutine: warn\n  growing-global: [error, {limit: '3', lmit: 2}]\n  unclosed-file: true\ngo: 1.20\ntests: yes\nmaxFileSize: 4 megs\noverrides:\n  - rules: {a/b: off}\n  - files: ../x\n    tsets: 1\nignores: 5\nextends: [recomended, ./x.yaml, base.yaml, nope]\n$import: x\n", "base.yaml": "" });
  for (const t of ["rules:\n\tunclosed-file: off\n", "rules:\n  unclosed-file: off\n  unclosed-file: on\n", "a: [\n", "tests: true\r\nrules:\r\n  x: off\r\n", "\uFEFFruels: 1\n", "# c\n", "", "- a\n", "hello", "rules:\n", "rules: *x\n", "a: 1\n---\nb: 2\n", "tests: !foo true\n", "extends: \"C:\\Users\"", "rules:\n  endless-goroutine: off\n  goroutine-without-ctx: error\n", "rules: {missing-defer-close: [error, {}]}", "build: {tags: ['a,b']}", "rules: {growing-global: [error, {mode: exakt, names: [1]}, 3]}", "rules: {growing-global: []}", "overrides: {files: x}", "a\0b"])
    await show({ ".leakcheckrc": t });
  for (const t of ['{"tests": tru}', '{"tests": true,}', '{\n // c\n "tests": 1}', '{"tests":1', "{\n\t\"tests\": 1\n}", '{"a":1,"a":2}'])
    await show({ ".leakcheckrc.json": t });
  for (const t of ['throw new TypeError("boom\\nbang")', 'export const rules = {}', 'export default { ruels: {}, rules: {x: 1} }', 'export default () => 1', 'export default [1', 'export default null', 'import "nope"'])
    await show({ "leakcheck.config.mjs": t });
  await show({ "leakcheck.config.cjs": "module.exports = { tests: 1 }" });
  await show({ "leakcheck.config.js": "export default { tests: 1 }" });
  await show({ ".leakcheckrc": "", "leakcheck.config.js": "" });
  for (const t of ['throw new Error("boom")', 'export const x = 1', 'export default {}', 'export default {name: "Acme", rules: [{}, {meta: {name: "a", options: {x: {type: "integer", default: "a", description: "d"}, y: {type:"q", default: 1, description:"x", foo:1}}}}]}', 'export default {name: "acme", rules: {a: {meta:{name:"b",summary:"s",category:"resource",preset:"strict",severity:"error",precision:"high",cwe:[],since:"1",status:"stable",messages:{},fix:"none", options: {x: {type: "integer", default: "a", description: "d"}}}, create: 1}}}'])
    await show({ ".leakcheckrc": "plugins: ./p.mjs\nrules: {acme/x: off}", "p.mjs": t });
  await show({ ".leakcheckrc": "plugins: [./q.mjs, acme-plugin]"});
  await show({}, {rule: ["unclosed-file", "x=off", "unclosed-file=warn"], only: ["unclosed-fil,foo"], skip: [""], preset: "stric", go: "abc", maxFileSize: "x"});
});
