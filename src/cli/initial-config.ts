import type { ProjectSurvey } from "../engine/project-survey.js";
import { counted } from "../report/counted.js";
import { visibleLine } from "../text/terminal.js";

/** How many build tags are suggested at the most. */
const maximumTags = 5;

/** The text of a first configuration file, with what it could say about the project in comments. It changes nothing. */
export function initialConfig(survey: ProjectSurvey, schemaUrl: string): string {
  return `# yaml-language-server: $schema=${schemaUrl}
# Configuration of leakcheck. Every key may be left out; \`leakcheck config\` shows what is in force, and why.
#
# ${visibleLine(summary(survey))}

# Which rules run: recommended, strict (also what is true but seldom matters), all, observability, or a configuration
# file to build on.
extends: recommended

# Levels by rule: off, info, warning, error. \`leakcheck rules\` lists the rules, \`leakcheck explain RULE\` tells of one.
rules: {}

# Whether _test.go files are reported on${survey.tests === 0 ? "" : `: ${counted(survey.tests, "file")} here`}.
tests: false

# What not to lint, as in .gitignore, which counts anyway; so do vendor folders, testdata and generated files.
ignores: []
${goSection(survey)}${tagSection(survey)}`;
}

function summary({ module, go, files, generated, programs }: ProjectSurvey): string {
  const subject =
    module === undefined ? "No module" : `Module ${module}${go === undefined ? "" : `, Go ${go}`}`;
  const parts = [counted(files, "Go file")];
  if (programs > 0) parts.push(counted(programs, "program"));
  if (generated > 0) parts.push(`${counted(generated, "generated file")} left out`);
  return `${subject}: ${parts.join(", ")}.`;
}

function goSection({ go }: ProjectSurvey): string {
  if (go !== undefined) return "";
  return `
# The Go version the code is built with, which go.mod would say: whether unstopped tickers stay in memory hangs on it.
# go: "1.22"
`;
}

function tagSection({ tags }: ProjectSurvey): string {
  if (tags.size === 0) return "";
  const shown = [...tags].slice(0, maximumTags);
  const list = shown.map(([tag, count]) => `${tag} (${counted(count, "file")})`).join(", ");
  return `
# Build tags that are set. Without any, every file is linted with those it can be built with. Found here: ${list}.
# build:
#   tags: [${shown.map(([tag]) => tag).join(", ")}]
`;
}
