import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { GoProject, clean, unclosed } from "./go-project.js";

let project: GoProject;

beforeAll(() => {
  project = new GoProject({ "a.go": unclosed, "rule/rule.go": clean.replace("app", "rule") });
});

afterAll(() => project.remove());

describe("wrong usage", () => {
  test.each<[what: string, args: readonly string[], message: string]>([
    ["an unknown option", ["--frobnicate"], "Unknown argument: frobnicate\nTry leakcheck --help."],
    [
      "a misspelt option",
      ["--fromat=json"],
      "Unknown argument: fromat; did you mean --format?\nTry leakcheck --help.",
    ],
    [
      "half an option",
      ["--stdin"],
      "Unknown argument: stdin; did you mean --stdin-filename?\nTry leakcheck --help.",
    ],
    [
      "a misspelt switch",
      ["--no-gitignor"],
      "Unknown argument: gitignor; did you mean --gitignore?\nTry leakcheck --help.",
    ],
    [
      "an option of another command",
      ["doctor", "--preset"],
      "Unknown argument: preset\nTry leakcheck --help.",
    ],
    [
      "a misspelt command",
      ["explian", "unclosed-file"],
      'There is no file or folder "explian"; did you mean leakcheck explain?',
    ],
    ["a word too many", ["rules", "unclosed-file"], "Unknown argument: unclosed-file\nTry leakcheck --help."],
    ["a word too few", ["explain"], "An argument is missing\nTry leakcheck --help."],
    [
      "a value that is missing",
      ["a.go", "--only"],
      "Not enough arguments following: only\nTry leakcheck --help.",
    ],
    ["an empty value", ["--config", ""], "--config needs a value."],
    ["an empty value after =", ["--max-warnings="], "--max-warnings needs a value."],
    ["a word for a number", ["--max-warnings", "many"], '--max-warnings must be a whole number, not "many".'],
    ["a broken number", ["--max-warnings", "1.5"], '--max-warnings must be a whole number, not "1.5".'],
    ["a negative number", ["--max-warnings=-1"], '--max-warnings must be a whole number, not "-1".'],
    ["one option twice", ["--preset=all", "--preset=strict"], "--preset can be given only once."],
    ["one file twice", ["config", "--file=a.go", "--file=b.go"], "--file can be given only once."],
    ["an option and its opposite", ["--no-config", "--config=x.yaml"], "--config can be given only once."],
    [
      "a switch with a value",
      ["--color=always"],
      "--color takes no value: write --color or --no-color, not --color=always",
    ],
    ["an unknown format", ["--format", "txt"], 'There is no format "txt"; did you mean "text"?'],
    [
      "a format like no other",
      ["--format", "spreadsheet"],
      'There is no format "spreadsheet"; choose one of text, compact, json, jsonl, sarif, github, gitlab, junit, checkstyle, html, markdown',
    ],
    ["a format to an empty file", ["--format", "json:"], "--format json: names no file after the colon."],
    [
      "two formats to standard output",
      ["--format", "json", "--format", "compact"],
      "Only one format can go to standard output; give the others a file: --format sarif:out.sarif",
    ],
    [
      "two formats to one file",
      ["-f", "json:x", "-f", "sarif:./x"],
      "Only one format can go to the file ./x.",
    ],
    [
      "standard input beside paths",
      ["--stdin-filename", "a.go", "a.go"],
      "--stdin-filename lints standard input alone: give it no paths.",
    ],
    [
      "an unknown rule",
      ["--only", "unclosed-fil"],
      '--only names an unknown rule "unclosed-fil"; did you mean "unclosed-file"?',
    ],
    ["an unknown rule to skip", ["--skip=zzz"], '--skip names an unknown rule "zzz"'],
    ["a list without a value", ["--format", ","], "--format needs a value."],
    ["no rule at all", ["--only", ""], "--only needs a value."],
    [
      "an unknown level",
      ["--rule", "unclosed-file=warn"],
      '--rule unclosed-file=warn must be name=level, with a level of off, info, warning, error; did you mean "warning"?',
    ],
    ["a Go version that is none", ["--go", "latest"], '--go must look like 1.22, not "latest"'],
  ])("%s is refused", async (_what, args, message) => {
    expect(await project.run(args)).toEqual({ exitCode: 2, stdout: "", stderr: `leakcheck: ${message}\n` });
  });

  test.each<[what: string, args: readonly string[], words: readonly string[]]>([
    [
      "an unknown preset",
      ["--preset", "strikt"],
      ["preset", '"strikt"', '"recommended", "strict", "all", "observability"'],
    ],
    [
      "an unknown fail level",
      ["--fail-level", "fatal"],
      ["fail-level", '"fatal"', '"info", "warning", "error"'],
    ],
    ["a configuration that is not there", ["--config", "no.yaml"], ["no.yaml"]],
  ])("%s is refused", async (_what, args, words) => {
    const { exitCode, stdout, stderr } = await project.run(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    for (const word of words) expect(stderr).toContain(word);
    expect(stderr).not.toContain("internal error");
  });

  test("all that is wrong with rules is told at once", async () => {
    const { stderr } = await project.run(["--only", "x", "--skip", "y", "--go", "z"]);
    expect(stderr.split("\n")).toHaveLength(4);
  });

  test("options are checked although nothing is to be linted", async () => {
    const { exitCode, stderr } = await project.run(["no-such.go", "--only", "x", "--no-error-on-unmatched"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('unknown rule "x"');
  });

  test("a folder or file may have a name like a command's", async () => {
    expect(await project.run(["rule", "--format", "compact"])).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: "",
    });
  });

  test("after lint, a word is a path and no misspelt command", async () => {
    const { exitCode, stderr } = await project.run(["lint", "explian", "--format", "compact"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("there is no file or folder explian");
  });
});

describe("paths", () => {
  test("may follow --", async () => {
    const { stdout } = await project.run(["--format", "compact", "--", "a.go"]);
    expect(stdout).toMatch(/^a\.go:6:10: /);
    const lint = await project.run(["lint", "--format", "compact", "rule", "--", "a.go"]);
    expect(lint.stdout).toBe(stdout);
  });

  test("that begin with a dash are paths after --", async () => {
    const { stderr } = await project.run(["--format", "compact", "--", "-a.go"]);
    expect(stderr).toContain("there is no file or folder -a.go");
  });
});
