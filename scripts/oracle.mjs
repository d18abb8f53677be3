// `npm run oracle -- DIR`: compares what leakcheck finds out about Go code with what Go's type checker knows: what
// each call calls, which type each variable and field has, what each identifier refers to. Needs Go.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { build, install } from "./steps.mjs";

const usage = `npm run oracle -- DIR [options]

Compares leakcheck's view of the packages below DIR with that of Go's type checker.

  --json                   print the counts as JSON
  --show N                 show N wrong answers and the N most frequent kinds of wrong and unknown ones
  --only QUESTION          calls, variables or definitions
  --package PATTERN        only packages whose import path matches, with ... as in go list
  --tests                  test files as well
  --no-module-cache        leakcheck must do without Go's module cache
  --at-least PERCENT       fail when calls into std or the module, or variables, agree less often
  --at-most-wrong PERCENT  fail when more of them are wrong`;

const questions = ["calls", "variables", "definitions"];
/** The classes that have to reach a level; the others inform. */
const measured = ["stdCalls", "moduleCalls", "variables"];

try {
  const options = readOptions();
  install();
  build();
  const { tallies, crashes } = await compare(options);
  await print(tallies, options);
  process.exitCode = crashes === 0 && isGoodEnough(tallies, options) ? 0 : 1;
} catch (error) {
  console.error(`oracle: ${error.message}`);
  process.exitCode = 2;
}

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      show: { type: "string", default: "0" },
      only: { type: "string" },
      package: { type: "string" },
      tests: { type: "boolean", default: false },
      "no-module-cache": { type: "boolean", default: false },
      "at-least": { type: "string", default: "0" },
      "at-most-wrong": { type: "string", default: "100" },
    },
  });
  if (positionals.length !== 1) throw new Error(`name one folder\n\n${usage}`);
  if (values.only !== undefined && !questions.includes(values.only)) {
    throw new Error(`--only is one of ${questions.join(", ")}`);
  }
  for (const name of ["show", "at-least", "at-most-wrong"]) {
    if (!(Number(values[name]) >= 0)) throw new Error(`--${name} needs a number`);
  }
  return {
    ...values,
    // Paths are meant from where npm was called.
    directory: resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0]),
    moduleCache: !values["no-module-cache"],
    show: Number(values.show),
    atLeast: Number(values["at-least"]),
    atMostWrong: Number(values["at-most-wrong"]),
  };
}

async function compare(options) {
  // What these import exists only after the build.
  const { goAnswers } = await import("./oracle/go-answers.mjs");
  const { openProject } = await import("./oracle/ours.mjs");
  const { Comparison } = await import("./oracle/comparison.mjs");
  let project;
  let comparison;
  let crashes = 0;
  for await (const line of goAnswers(options.directory, options)) {
    if (line.goos !== undefined) {
      const { moduleCache, tests } = options;
      project = await openProject(options.directory, { moduleCache, tests, target: line });
      comparison = new Comparison({ isStandardLibrary: line.standard, examples: options.show });
    } else if (line.problem !== undefined) {
      console.error(`oracle: ${line.problem}`);
    } else {
      comparison.add(line, ourAnswers(line));
    }
  }
  if (comparison.isEmpty) throw new Error("Go names nothing there to compare");
  return { tallies: comparison.tallies, crashes };

  /** Our answers to the questions that Go has answers to. A crash of ours is told, and is no answer. */
  function ourAnswers(line) {
    const answers = {};
    try {
      for (const question of questions) {
        if (line[question] !== undefined) answers[question] = project.file(line.path)?.[question];
      }
    } catch (error) {
      crashes++;
      console.error(`oracle: crash in ${line.path}: ${error.stack}`);
    }
    return answers;
  }
}

async function print(tallies, { json, show, directory }) {
  if (json) {
    const counts = Object.entries(tallies).map(([name, tally]) => [name, tally.counts]);
    console.log(JSON.stringify(Object.fromEntries(counts), null, 2));
    return;
  }
  const { details, table } = await import("./oracle/report.mjs");
  console.log(table(tallies));
  if (show > 0) console.log(details(tallies, directory, show));
}

function isGoodEnough(tallies, { atLeast, atMostWrong }) {
  return measured
    .map((name) => tallies[name])
    .every(
      ({ total, agree, wrong }) =>
        total === 0 || (100 * agree >= atLeast * total && 100 * wrong <= atMostWrong * total),
    );
}
