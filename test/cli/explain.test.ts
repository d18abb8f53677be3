import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { LineExplanation, Verdict } from "../../src/index.js";
import { GoProject } from "./go-project.js";

/** Each function shows a reason; the line to ask for ends in a comment with its name. */
const resources = `package app

import (
	"bufio"
	"compress/gzip"
	"context"
	"database/sql"
	"io"
	"net"
	"net/http"
	"os"
	"time"

	"example.com/app/lib"
	"example.com/other"
)

var config, _ = os.Open("config") // package variable

func released(path string) ([]byte, error) {
	f, err := os.Open(path) // released
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(bufio.NewReader(f))
}

func helped(path string) {
	f, err := os.Open(path) // helped
	if err != nil {
		return
	}
	shut(f)
}

func shut(c io.Closer) {
	c.Close()
}

func opened(path string) (*os.File, error) {
	return os.Open(path) // returned
}

type store struct{ file *os.File }

func (s *store) fill(path string) (err error) {
	s.file, err = os.Open(path) // stored
	return err
}

func sent(path string, files chan *os.File) {
	f, _ := os.Open(path) // sent
	files <- f
}

func taken() {
	l, err := net.Listen("tcp", ":0") // taken
	if err != nil {
		return
	}
	http.Serve(l, nil)
}

func kept(path string, s *store) {
	f, _ := os.Open(path) // kept
	keep(s, f)
}

func keep(s *store, f *os.File) {
	s.file = f
}

func called(path string, use func(*os.File)) {
	f, _ := os.Open(path) // function value
	use(f)
}

func given(path string) {
	f, _ := os.Open(path) // other package
	other.Use(f)
}

func inModule(path string) {
	f, _ := os.Open(path) // module
	lib.Keep(f)
}

func passedOn(path string, use func(*os.File)) {
	f, _ := os.Open(path) // passed on
	apply(use, f)
}

func apply(do func(*os.File), file *os.File) {
	do(file)
}

func outer(path string) *os.File {
	var f *os.File
	func() {
		f, _ = os.Open(path) // outer
	}()
	return f
}

func captured(path string) {
	f, _ := os.Open(path) // goroutine
	go func() {
		io.Copy(io.Discard, f)
		use(f)
	}()
}

func entrusted(path string) {
	f, _ := os.Open(path) // entrusted
	go func() {
		defer f.Close()
		io.Copy(io.Discard, f)
	}()
}

func methodValue(path string) func() error {
	f, _ := os.Open(path) // method value
	return f.Close
}

func closing(path string) func() {
	f, _ := os.Open(path) // closing literal
	return func() { f.Close() }
}

func sliced(path string) io.Reader {
	var r io.Reader
	r, _ = os.Open(path) // asserted
	return r.(*os.File)
}

func addressed(path string) **os.File {
	f, _ := os.Open(path) // addressed
	return &f
}

func bound(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	s, err := tx.Prepare("SELECT 1") // bound
	if err != nil {
		return err
	}
	_, err = s.Exec()
	return err
}

func arms(path string, writing bool) {
	var f *os.File
	if writing {
		f, _ = os.Create(path) // first arm
	} else {
		f, _ = os.Open(path) // second arm
	}
	println(f.Name())
}

func absent(path string) {
	if _, err := os.Open(path); err == nil { // discarded
		println(path)
	}
}

func unwanted(path string) {
	_, err := os.Open(path) // unwanted
	if err == nil {
		panic(path)
	}
}

func stopped(path string) {
	f, err := os.Open(path) // stopped
	if err != nil {
		panic(err)
	}
	f.Stat()
	os.Exit(1)
}

func endless() {
	t := time.NewTicker(time.Second) // endless
	for range t.C {
	}
}

func givenUp(w io.Writer, data []byte) error {
	z := gzip.NewWriter(w) // given up
	if _, err := z.Write(data); err != nil {
		return err
	}
	return z.Close()
}

func waited(d time.Duration) {
	t := time.NewTimer(d) // received
	<-t.C
}

func leaked(path string) {
	f, _ := opened(path) // leaked
	f.Stat()
}

func silenced(path string) {
	//leakcheck:ignore unclosed-file the process keeps it
	f, _ := os.Open(path) // silenced
	f.Stat()
}

func old() {
	t := time.NewTicker(time.Second) // go version
	<-t.C
}

func removed() {
	f, err := os.CreateTemp("", "x") // strict
	if err != nil {
		return
	}
	f.Close()
}

type opener interface{ use(*os.File) }

func dynamic(path string, o opener) {
	f, _ := os.Open(path) // interface
	o.use(f)
}

func onFailure(path string) (f *os.File, err error) {
	f, err = os.Open(path) // on failure
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			f.Close()
		}
	}()
	if _, err = f.Stat(); err != nil {
		return nil, err
	}
	return f, nil
}

func watched(path string) {
	var f *os.File
	defer func() {
		if f != nil {
			f.Close()
		}
	}()
	f, _ = os.Open(path) // watched
	f.Stat()
}

func ended(parent context.Context) {
	ctx, cancel := context.WithTimeout(parent, time.Second) // ended
	time.AfterFunc(time.Minute, func() { _ = cancel == nil })
	<-ctx.Done()
}

func head(url string) bool {
	req, _ := http.NewRequest(http.MethodHead, url, nil)
	resp, err := http.DefaultClient.Do(req) // head
	return err == nil && resp.StatusCode == http.StatusOK
}

func serve(listener net.Listener) {
	conn, _ := listener.Accept() // hijacked
	go answer(conn)
}

func answer(conn net.Conn) { conn.Close() }

func nothing(path string) {
	f, _ := os.Open(path)
	data := make([]byte, 10)
	println(len(data)) // nothing
	f.Close()
}
`;

const program = `package main

import "os"

func main() {
	f, err := os.Open("a") // once
	if err == nil {
		f.Stat()
	}
	look("a")
	look("b")
}

func look(path string) {
	f, err := os.Open(path) // minor
	if err == nil {
		f.Stat()
	}
}
`;

const flags = Array.from({ length: 40 }, (_, index) => `b${index}`);

/** Every path through the branches is another one, as each flag is asked three times. */
const many = `package many

import "os"

func many(path string, ${flags.join(", ")} bool) error {
	f, err := os.Open(path) // many
	if err != nil {
		return err
	}
${[1, 2, 3].flatMap(() => flags.map((flag) => `\tif ${flag} {\n\t\tf.Name()\n\t}\n`)).join("")}	return f.Close()
}
`;

const others = `package others

import (
	"context"
	"net/http"
	"time"
)

var seen = map[string]bool{} // evicted

var names = map[string]bool{} // bounded

func handle(w http.ResponseWriter, r *http.Request) {
	seen[r.URL.Path] = true
	if len(seen) > 10 {
		clear(seen)
	}
}

func note(name string) {
	names[name] = true
}

func work(ctx context.Context) {
	go func() { // way out
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(time.Minute): // abandoned
			}
		}
	}()
}

func Forever(do func()) {
	go func() { // harmless
		for {
			do()
		}
	}()
}

func cut(b []byte) []byte {
	return b[:2] // piece
}

func client() *http.Client {
	t := &http.Transport{DisableKeepAlives: true} // transport
	return &http.Client{Transport: t}
}

func cloned(t *http.Transport) *http.Client {
	return &http.Client{Transport: t.Clone()} // clone
}

func wrapped(ctx context.Context) context.Context {
	ctx = context.WithValue(ctx, "key", 1) // context
	return ctx
}
`;

const files = {
  "app.go": resources,
  "program/main.go": program,
  "others/others.go": others,
  "many/many.go": many,
  "lib/lib.go": 'package lib\n\nimport "os"\n\nvar kept *os.File\n\nfunc Keep(f *os.File) {\n\tkept = f\n}\n',
  "broken.txt": "x",
  "generated/generated.go": "// Code generated by x. DO NOT EDIT.\n\npackage generated\n",
  "broken/broken.go": "package broken\n\nfunc f() {\n\tx :=\n}\n",
  "app_test.go": "package app\n\nfunc helper() {}\n",
  "go.mod": "module example.com/app\n\ngo 1.23\n",
};

let project: GoProject;

beforeAll(() => {
  project = new GoProject(files);
});

afterAll(() => project.remove());

/** The number of the line that ends in a comment. */
function lineOf(file: keyof typeof files, comment: string): number {
  return files[file].split("\n").findIndex((line) => line.endsWith(`// ${comment}`)) + 1;
}

async function explained(place: string, ...args: readonly string[]): Promise<LineExplanation> {
  const { stdout, exitCode } = await project.run(["explain", place, "--format", "json", ...args]);
  expect(exitCode).toBe(0);
  return JSON.parse(stdout);
}

/** What the rules make of the line that ends in a comment; with a rule, what that one does. */
async function verdictOn(
  file: keyof typeof files,
  comment: string,
  ...args: readonly string[]
): Promise<Pick<Verdict, "rule" | "outcome" | "reason" | "message"> & { readonly steps: readonly string[] }> {
  const { verdicts } = await explained(`${file}:${lineOf(file, comment)}`, ...args);
  expect(verdicts).toHaveLength(1);
  const { rule, outcome, reason, message, because, steps } = verdicts[0] as Verdict;
  return {
    rule,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    message,
    ...(because === undefined ? {} : { because }),
    steps: steps.map((step) => `${step.location.from.line}: ${step.message}`),
  };
}

/** The number of the line on which a piece of code stands for the first time after a comment. */
function lineAfter(comment: string, code: string, file: keyof typeof files = "app.go"): number {
  const from = lineOf(file, comment);
  return files[file].split("\n").findIndex((line, index) => index >= from && line.includes(code)) + 1;
}

describe("a resource is silent for a reason", () => {
  test.each<readonly [comment: string, reason: string, message: string, steps: readonly [string, string][]]>([
    [
      "released",
      "released",
      "the file that os.Open opens is closed on every path",
      [
        ["err != nil", "when `err != nil` holds, there is nothing to be closed"],
        ["defer f.Close()", "closed here, deferred: on every way out from here on"],
      ],
    ],
    [
      "helped",
      "released",
      "the file that os.Open opens is closed on every path",
      [
        ["err != nil", "when `err != nil` holds, there is nothing to be closed"],
        ["shut(f)", "closed by shut, which is called here"],
        ["c.Close()", "closed here"],
      ],
    ],
    [
      "sent",
      "transferred",
      "the file that os.Open opens is handed over on every path",
      [["files <- f", "sent on a channel here: whoever receives it has to look after it"]],
    ],
    [
      "taken",
      "transferred",
      "the listener that net.Listen opens is handed over on every path",
      [
        ["err != nil", "when `err != nil` holds, there is nothing to be closed"],
        ["http.Serve", "http.Serve is known to take it over"],
      ],
    ],
    [
      "kept",
      "transferred",
      "the file that os.Open opens is handed over on every path",
      [
        ["keep(s, f)", "keep gets it, and it may stay there"],
        ["s.file = f", "stored in s.file, which lives on"],
      ],
    ],
    [
      "function value",
      "unknown",
      "the file that os.Open opens gets out of sight, where somebody may have closed it",
      [["use(f)", "use gets it: a function value, which may be any function"]],
    ],
    [
      "other package",
      "unknown",
      "the file that os.Open opens gets out of sight, where somebody may have closed it",
      [["other.Use(f)", "other.Use gets it: what example.com/other.Use does with it is not known"]],
    ],
    [
      "module",
      "transferred",
      "the file that os.Open opens is handed over on every path",
      [["lib.Keep(f)", "lib.Keep gets it, and it may stay there: there, stored in kept, which lives on"]],
    ],
    [
      "passed on",
      "unknown",
      "the file that os.Open opens gets out of sight, where somebody may have closed it",
      [
        ["apply(use, f)", "apply gets it, and it may stay there"],
        ["do(file)", "do gets it: a function value, which may be any function"],
      ],
    ],
    [
      "goroutine",
      "unknown",
      "the file that os.Open opens gets out of sight, where somebody may have closed it",
      [["go func()", "the goroutine that is started here has it"]],
    ],
    [
      "unwanted",
      "absent",
      "the file that os.Open opens is lost on no path",
      [
        ["err == nil", "when `err == nil` does not hold, there is nothing to be closed"],
        ["panic(path)", "this panics, which ends what the function has begun"],
      ],
    ],
    [
      "entrusted",
      "transferred",
      "the file that os.Open opens is handed over on every path",
      [["go func()", "the goroutine that is started here has it closed on all of its paths"]],
    ],
    [
      "method value",
      "transferred",
      "the file that os.Open opens is handed over on every path",
      [["return f.Close", "whoever gets f.Close can have it closed"]],
    ],
    [
      "closing literal",
      "transferred",
      "the file that os.Open opens is handed over on every path",
      [["return func()", "whoever gets this function literal can have it closed"]],
    ],
    [
      "asserted",
      "transferred",
      "the file that os.Open opens is handed over on every path",
      [["r.(*os.File)", "r.(*os.File) has it from here on, and is not followed further"]],
    ],
    [
      "interface",
      "unknown",
      "the file that os.Open opens gets out of sight, where somebody may have closed it",
      [["o.use(f)", "o.use gets it: a method of an interface, which may be any method"]],
    ],
    [
      "hijacked",
      "transferred",
      "the connection that listener.Accept opens is handed over on every path",
      [["go answer(conn)", "the goroutine that is started here has it closed on all of its paths"]],
    ],
    [
      "addressed",
      "unknown",
      "the file that os.Open opens gets out of sight, where somebody may have closed it",
      [["&f", "its address is taken here: whoever has that can change or release it"]],
    ],
    [
      "stopped",
      "absent",
      "the file that os.Open opens is lost on no path",
      [
        ["err != nil", "when `err != nil` holds, there is nothing to be closed"],
        ["os.Exit(1)", "the process ends here"],
      ],
    ],
    [
      "given up",
      "released",
      "the writer that gzip.NewWriter makes is closed where all goes well, and a writer that is given up holds nothing",
      [
        ["return err", "given up here, which loses nothing that matters"],
        ["return z.Close()", "closed here"],
      ],
    ],
  ])("%s", async (comment, reason, message, steps) => {
    expect(await verdictOn("app.go", comment)).toMatchObject({
      outcome: "silent",
      reason,
      message,
      steps: steps.map(([code, text]) => `${lineAfter(comment, code)}: ${text}`),
    });
  });

  test("it is returned at once, and its callers are looked at", async () => {
    const line = lineOf("app.go", "returned");
    expect(await verdictOn("app.go", "returned")).toMatchObject({
      reason: "transferred",
      steps: [
        `${line}: returned here: the caller has to close it, and calls in this package are looked at like this one`,
      ],
    });
  });

  test("a deferred call has it closed when the function fails", async () => {
    const failed = lineAfter("on failure", "f.Stat()") + 1;
    expect(await verdictOn("app.go", "on failure")).toMatchObject({
      reason: "transferred",
      message: "the file that os.Open opens is closed or handed over on every path",
      steps: [
        `${lineAfter("on failure", "err != nil")}: when \`err != nil\` holds, there is nothing to be closed`,
        `${failed}: a deferred call has it closed when this returns an error`,
        expect.stringMatching(`^${failed + 2}: returned here: the caller has to close it`),
      ],
    });
  });

  test("what is deferred before it looks after whatever the variable holds", async () => {
    expect(await verdictOn("app.go", "watched")).toMatchObject({
      reason: "released",
      steps: [expect.stringContaining(": closed here, deferred")],
    });
  });

  test("it is waited for", async () => {
    expect(await verdictOn("app.go", "ended")).toMatchObject({
      rule: "lost-cancel",
      steps: [`${lineOf("app.go", "ended") + 2}: waits here until it has ended`],
    });
  });

  test("there is nothing in it", async () => {
    expect(await verdictOn("app.go", "head")).toMatchObject({
      rule: "unclosed-response-body",
      reason: "absent",
      message:
        "the response that http.DefaultClient.Do receives has nothing in it that would have to be closed",
    });
  });

  test("it has more paths than are followed", async () => {
    expect(await verdictOn("many/many.go", "many")).toMatchObject({
      reason: "unfinished",
      message: "the file that os.Open opens is followed by more paths than are looked at",
    });
  });

  test("it is given to a variable of the function around", async () => {
    const line = lineOf("app.go", "outer");
    expect(await verdictOn("app.go", "outer")).toMatchObject({
      reason: "transferred",
      steps: [`${line}: given to f, a variable that is not of this function alone`],
    });
  });

  test("it is stored at once", async () => {
    expect(await verdictOn("app.go", "stored")).toMatchObject({
      reason: "transferred",
      steps: [`${lineOf("app.go", "stored")}: stored in s.file, which lives on`],
    });
  });

  test("it ends with what it belongs to", async () => {
    expect(await verdictOn("app.go", "bound")).toMatchObject({
      rule: "unclosed-sql",
      reason: "bound",
      message: "the prepared statement that tx.Prepare opens ends together with what it belongs to",
      steps: [
        `${lineAfter("addressed", "db.BeginTx")}: it ends with what is acquired here, which is released on every path`,
      ],
    });
  });

  test("it is lost together with another one", async () => {
    expect(await verdictOn("app.go", "first arm")).toMatchObject({ outcome: "reported" });
    expect(await verdictOn("app.go", "second arm")).toMatchObject({
      outcome: "silent",
      reason: "repeated",
      message: "the file that os.Open opens is lost together with another one, which is reported",
      steps: [`${lineOf("app.go", "first arm")}: what mends this mends both`],
    });
  });

  test("it lives as long as the process", async () => {
    expect(await verdictOn("app.go", "package variable")).toMatchObject({ reason: "process-lifetime" });
    expect(await verdictOn("program/main.go", "once")).toMatchObject({
      outcome: "silent",
      reason: "process-lifetime",
    });
  });

  test("no path leaves the function", async () => {
    expect(await verdictOn("app.go", "endless", "--go", "1.22")).toMatchObject({
      reason: "process-lifetime",
      message: "the ticker that time.NewTicker starts is lost on no path: none leaves the function",
    });
  });
});

/** What the rule about temporary files, which is off by default, makes of one. */
async function ofTempFile(...args: readonly string[]): Promise<Verdict | undefined> {
  const { verdicts } = await explained(`app.go:${lineOf("app.go", "strict")}`, ...args);
  return verdicts.find(({ rule }) => rule === "unremoved-temp-file");
}

describe("a finding", () => {
  test("is told with its path and advice", async () => {
    expect(await verdictOn("app.go", "leaked")).toMatchObject({
      rule: "unclosed-file",
      outcome: "reported",
      message: "f, the file that opened opens, is never closed",
    });
    expect(await verdictOn("app.go", "discarded")).toMatchObject({ outcome: "reported" });
  });

  test("is left out where a directive silences it", async () => {
    const line = lineOf("app.go", "silenced");
    expect(await verdictOn("app.go", "silenced")).toMatchObject({
      outcome: "left-out",
      reason: "directive",
      because: `The directive in line ${line - 1} silences it: the process keeps it`,
    });
    const { verdicts } = await explained(`app.go:${line - 1}`);
    expect(verdicts).toMatchObject([{ rule: "unused-directive", outcome: "silent", reason: "in-use" }]);
  });

  test("is left out where it is not true of the Go version", async () => {
    expect(await verdictOn("app.go", "go version")).toMatchObject({
      outcome: "left-out",
      reason: "go-version",
      because: "It is true only if built as go < 1.23, and this is built as go 1.23.",
    });
    expect(await verdictOn("app.go", "go version", "--go=1.22")).toMatchObject({ outcome: "reported" });
  });

  test("is left out where it seldom matters", async () => {
    expect(await verdictOn("program/main.go", "minor")).toMatchObject({
      outcome: "left-out",
      reason: "minor",
      because:
        "This code helps tests, or is part of a program that ends soon: the end of the process gives it back. The presets strict and all show it.",
    });
    expect(await verdictOn("program/main.go", "minor", "--preset=strict")).toMatchObject({
      outcome: "reported",
    });
  });

  test("is left out where its rule is off", async () => {
    expect(await ofTempFile()).toMatchObject({
      outcome: "left-out",
      reason: "off",
      because: "The rule is off: it belongs to the preset strict, which is not in use here.",
    });
    expect(await ofTempFile("--preset=strict")).toMatchObject({ outcome: "reported" });
    project.write(".leakcheckrc.yaml", "extends: strict\nrules:\n  unremoved-temp-file: off\n");
    expect(await ofTempFile()).toMatchObject({ because: "The rule is off: .leakcheckrc.yaml:3 says so." });
    project.write(".leakcheckrc.yaml", "");
  });
});

describe("a rule that is not about resources", () => {
  test("says where something is taken out", async () => {
    expect(await verdictOn("others/others.go", "evicted")).toMatchObject({
      rule: "growing-global",
      reason: "released",
      steps: [
        expect.stringContaining(": this empties it, takes something out, or hands it to code that may do so"),
      ],
    });
    expect(await verdictOn("others/others.go", "bounded")).toMatchObject({ reason: "harmless" });
  });

  test("says where a goroutine can end, and that nothing shows that it should", async () => {
    const line = lineAfter("way out", "return", "others/others.go");
    expect(await verdictOn("others/others.go", "way out")).toMatchObject({
      rule: "endless-goroutine",
      reason: "released",
      steps: [`${line}: a way out of its loop`],
    });
    expect(await verdictOn("others/others.go", "harmless")).toMatchObject({
      rule: "endless-goroutine",
      reason: "harmless",
    });
  });

  test.each([
    ["abandoned", "time-after-in-loop"],
    ["piece", "retained-subslice"],
    ["transport", "transport-per-request"],
    ["clone", "transport-per-request"],
    ["context", "growing-context"],
  ])("says that it has looked: %s", async (comment, rule) => {
    expect(await verdictOn("others/others.go", comment, "--go=1.22", "--preset=strict")).toMatchObject({
      rule,
      outcome: "silent",
      reason: "harmless",
    });
  });
});

describe("a place", () => {
  test("may have a column, which tells apart what stands on a line", async () => {
    const line = lineOf("app.go", "released");
    const column = "	f, err := ".length + 1;
    expect((await explained(`app.go:${line}:${column}`)).verdicts).toHaveLength(1);
  });

  test("on which nothing begins shows what goes on there", async () => {
    const { verdicts, passing } = await explained(`app.go:${lineAfter("released", "defer f.Close()")}`);
    expect(verdicts).toEqual([]);
    expect(passing).toMatchObject([{ location: { from: { line: lineOf("app.go", "released") } } }]);
  });

  test("that rules have nothing to say of shows its calls and the nearest of its function", async () => {
    const line = lineOf("app.go", "nothing");
    expect(await explained(`app.go:${line}`)).toMatchObject({
      verdicts: [],
      passing: [],
      calls: [{ text: "println" }, { text: "len" }],
      nearest: [{ rule: "unclosed-file", location: { from: { line: line - 2 } } }],
    });
    const { stdout } = await project.run(["explain", `app.go:${line}`]);
    expect(stdout).toContain(`app.go:${line}: no rule has anything to say of what begins on this line.\n`);
    expect(stdout).toContain("The nearest in this function:\n");
  });

  test("in a file that runs leave out says so", async () => {
    const generated = await project.run(["explain", "generated/generated.go:3"]);
    expect(generated.stdout).toContain("leaves it out: it is generated: see --generated.\n");
    const inTest = await project.run(["explain", "app_test.go:3"]);
    expect(inTest.stdout).toContain("leaves it out: it is a test file: see --tests.\n");
    project.write(".leakcheckrc.yaml", "ignores: others\n");
    const ignored = await explained("others/others.go:3");
    expect(ignored.leftOut).toEqual(["the configuration's ignores leave it out"]);
    project.write(".leakcheckrc.yaml", "");
  });

  test("in a file with a syntax error comes with a notice", async () => {
    expect((await explained("broken/broken.go:3")).notices).toMatchObject([{ kind: "syntax-error" }]);
  });

  test.each([
    ["absent.go:3", "There is no file absent.go"],
    ["C:\\x\\y.go:12", "There is no file C:/x/y.go"],
    ["C:\\x\\y.go:12:4", "There is no file C:/x/y.go"],
    ["others:3", "others is no file"],
    ["broken.txt:1", "broken.txt is not a Go file: its name does not end in .go"],
    ["app_test.go:9", "app_test.go has 3 lines, so there is no line 9"],
    ["app.go:0", "Lines and columns count from 1."],
    ["app.go", "Which line? Write leakcheck explain app.go:LINE"],
  ])("%s is refused", async (place, message) => {
    expect(await project.run(["explain", place])).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `leakcheck: ${message}\n`,
    });
  });
});

describe("as text", () => {
  test("a silence shows its code and its reasons", async () => {
    const line = lineOf("app.go", "sent");
    const { stdout } = await project.run(["explain", `app.go:${line}`]);
    expect(stdout).toBe(
      [
        `app.go:${line}:10: silent: the file that os.Open opens is handed over on every path (unclosed-file)`,
        `  ${line - 1} | func sent(path string, files chan *os.File) {`,
        `  ${line} |     f, _ := os.Open(path) // sent`,
        `     |             ^^^^^^^^^^^^^`,
        `  ${line + 1} |     files <- f`,
        `  - app.go:${line + 1}:2  sent on a channel here: whoever receives it has to look after it`,
        "        files <- f",
        "",
      ].join("\n"),
    );
  });

  test("a finding that is left out shows its path, and why", async () => {
    const { stdout } = await project.run(["explain", `app.go:${lineOf("app.go", "silenced")}`]);
    expect(stdout).toContain(
      ": not reported: f, the file that os.Open opens, is never closed (unclosed-file)\n",
    );
    expect(stdout).toMatch(/\n {2}= why not: The directive in line \d+ silences it: the process keeps it\n$/);
  });
});

describe("a rule's page", () => {
  test("is laid out with colours where they are asked for", async () => {
    const { stdout } = await project.run(["explain", "unclosed-file", "--color"]);
    expect(stdout.startsWith("\u001b[1m")).toBe(true);
    expect(stdout).not.toContain("```");
  });

  test("can be had as JSON", async () => {
    const { stdout } = await project.run(["explain", "unclosed-file", "--format=json"]);
    expect(JSON.parse(stdout)).toMatchObject([{ name: "unclosed-file", category: "resource" }]);
  });
});
