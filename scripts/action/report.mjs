// The last step of action.yml: shows what code scanning does not, and fails the job as leakcheck's exit code says.
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { annotate, write } from "./workflow.mjs";

const {
  LEAKCHECK_REPORTS: reports,
  LEAKCHECK_EXIT_CODE: exitCode,
  LEAKCHECK_UPLOAD: upload,
  LEAKCHECK_UPLOAD_OUTCOME: outcome,
  GITHUB_STEP_SUMMARY: summary,
} = process.env;

// Code scanning annotates pull requests itself.
if (outcome !== "success") write(readFileSync(join(reports, "annotations.txt"), "utf8"));
if (summary) appendFileSync(summary, readFileSync(join(reports, "summary.md")));

process.exitCode = Number(exitCode);
if (outcome === "failure") {
  const message = "The upload to code scanning failed: the log of that step says why.";
  if (upload === "true") {
    annotate("error", message);
    process.exitCode ||= 1;
  } else annotate("notice", `${message} Findings are annotated instead; \`upload: false\` does so at once.`);
}
