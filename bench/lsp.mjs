// `npm run bench:lsp`: how long an editor waits. Makes up a package of 200 files, opens one of 2,000 lines in
// `leakcheck lsp` and edits it; prints medians from didChange to the diagnostics for that version, without the debounce,
// and from asking for the action that fixes on save to having it. `-- --files N --lines N --edits N` change the sizes.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import {
  StreamMessageReader,
  StreamMessageWriter,
  createMessageConnection,
} from "vscode-languageserver/node";
import { goFile } from "./lsp-package.mjs";

const { values } = parseArgs({
  options: {
    files: { type: "string", default: "200" },
    lines: { type: "string", default: "2000" },
    edits: { type: "string", default: "40" },
  },
});
const [files, lines, edits] = [values.files, values.lines, values.edits].map(Number);
const linesOfOthers = 150;

const root = mkdtempSync(join(tmpdir(), "leakcheck-lsp-"));
mkdirSync(join(root, ".git"));
writeFileSync(join(root, "go.mod"), "module example.com/service\n\ngo 1.22\n");
for (let at = 1; at < files; at++) writeFileSync(join(root, `file${at}.go`), goFile(at, linesOfOthers));
// With a finding that the action on save fixes.
const text = `${goFile(0, lines)}
func leak(path string) string {
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	return f.Name()
}
`;
const path = join(root, "file0.go");
writeFileSync(path, text);
const uri = pathToFileURL(path).href;

const editedLine = text
  .split("\n")
  .findIndex((line, index) => index > lines / 2 && line.startsWith("\tif err != nil"));
let version = 1;

const command = fileURLToPath(new URL("../bin/leakcheck.js", import.meta.url));
const server = spawn(process.execPath, [command, "lsp"], { stdio: ["pipe", "pipe", "inherit"] });
const connection = createMessageConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
);
let onPublished = () => {};
connection.onNotification("textDocument/publishDiagnostics", (params) => onPublished(params));
connection.listen();

try {
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    capabilities: {},
    initializationOptions: { debounce: 0 },
  });
  await connection.sendNotification("initialized", {});
  const opening = await timed(() => {
    const textDocument = { uri, languageId: "go", version, text };
    void connection.sendNotification("textDocument/didOpen", { textDocument });
    return published(version);
  });
  const changes = [];
  const saves = [];
  const before = processorTime();
  for (let at = 0; at < edits; at++) changes.push(await timed(() => published(edit())));
  const processor = (processorTime() - before) / edits;
  for (let at = 0; at < edits; at++) {
    // What an editor asks for before it saves may come right after an edit, when nothing is known yet.
    const known = published(edit());
    saves.push(await timed(fixAll));
    await known;
  }
  console.log(`package of ${files} files; edited file: ${text.split("\n").length} lines; ${edits} edits`);
  console.log(`first diagnostics after opening ${Math.round(opening)} ms`);
  console.log(
    `didChange to diagnostics        ${Math.round(median(changes))} ms median, ${Math.round(Math.max(...changes))} ms at most`,
  );
  console.log(`  of processor time             ${Math.round(processor)} ms an edit`);
  console.log(
    `save action right after an edit ${Math.round(median(saves))} ms median, ${Math.round(Math.max(...saves))} ms at most`,
  );
} finally {
  server.kill();
  rmSync(root, { recursive: true, force: true });
}

/** Types a statement into a function in the middle of the file, or takes it out again; returns the version. */
function edit() {
  const start = { line: editedLine, character: 0 };
  const end = version % 2 === 0 ? { line: editedLine + 1, character: 0 } : start;
  const newText = version % 2 === 0 ? "" : "\tfmt.Println(1)\n";
  version++;
  void connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version },
    contentChanges: [{ range: { start, end }, text: newText }],
  });
  return version;
}

/** Waits for the diagnostics of a version. */
function published(wanted) {
  return new Promise((resolve) => {
    onPublished = (params) => {
      if (params.uri === uri && params.version === wanted) resolve();
    };
  });
}

/** Milliseconds of processor time that the server has taken, on all cores together; NaN where the system does not say. */
function processorTime() {
  const stat = `/proc/${server.pid}/stat`;
  if (!existsSync(stat)) return Number.NaN;
  const fields = readFileSync(stat, "utf8").split(") ")[1].split(" ");
  const ticks = Number(fields[11]) + Number(fields[12]);
  return ticks * 10;
}

function fixAll() {
  const start = { line: 0, character: 0 };
  return connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [], only: ["source.fixAll.leakcheck"] },
  });
}

async function timed(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}
