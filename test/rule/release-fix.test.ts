import { describe, expect, test } from "@jest/globals";
import { rules } from "../../rules/index.js";
import { runRule } from "../../src/testing/index.js";
import { applyEdits } from "../../src/text/edit.js";

const imports = `package p

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

var (
	_ = bufio.NewReader
	_ context.Context
	_ sql.DB
	_ = json.Marshal
	_ io.Reader
	_ = log.Print
	_ http.Client
	_ os.File
	_ time.Time
)

type server struct{ ctx context.Context }

func (s *server) run(ctx context.Context) {}

func run(ctx context.Context, s *server) error { return ctx.Err() }

func keep(ctx context.Context, s *server) { s.ctx = ctx }

func parse(r io.Reader) (string, error) { b, err := io.ReadAll(r); return string(b), err }

`;

/** What becomes of a function when the only finding of a rule in it is fixed, and what kind of fix that is. */
async function fixed(name: string, code: string): Promise<{ kind: string; text: string }> {
  const rule = rules.find(({ meta }) => meta.name === name);
  if (!rule) throw new Error(`there is no rule ${name}`);
  const text = imports + code;
  const diagnostics = await runRule(rule, { files: { "p.go": text }, go: "1.22" });
  expect(diagnostics).toHaveLength(1);
  const [fix] = diagnostics[0]?.fixes ?? [];
  if (!fix) return { kind: "none", text: code };
  return { kind: fix.kind, text: applyEdits(text, fix.edits).slice(imports.length) };
}

const opened = `	f, err := os.Open(path)
	if err != nil {
		return err
	}
`;

/** A function that opens a file, and then runs some statements. */
function withFile(...statements: readonly string[]): string {
  return [
    "func load(path string, s *server) error {",
    opened.trimEnd(),
    ...statements.map((line) => `\t${line}`),
    "}",
    "",
  ].join("\n");
}

describe("a deferred release is safe", () => {
  const uses: readonly (readonly [what: string, ...statements: string[]])[] = [
    ["where the resource is only read", "_, err = io.ReadAll(f)", "return err"],
    ["where a function of the package reads it", "_, err = parse(f)", "return err"],
    [
      "where a view of it stays in the function",
      "r := bufio.NewReader(f)",
      "_, err = r.ReadByte()",
      "return err",
    ],
    ["where a function literal runs at once", "func() { io.ReadAll(f) }()", "return nil"],
    ["where a branch closes it already", "if s == nil {", "\treturn io.EOF", "}", "return f.Close()"],
    [
      "where it is closed before the file is moved",
      "if s == nil {",
      "\treturn io.EOF",
      "}",
      "f.Close()",
      'return os.Rename(path, "new")',
    ],
  ];
  test.each(uses)("%s", async (_, ...statements) => {
    const code = withFile(...statements);
    const expected = code.replace(opened, `${opened}	defer f.Close()\n`);
    expect(await fixed("unclosed-file", code)).toEqual({ kind: "safe", text: expected });
  });

  test("where the check ends the process", async () => {
    const code = `func load(path string) {
	f, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	io.ReadAll(f)
}
`;
    const expected = code.replace("\tio.", "\tdefer f.Close()\n\tio.");
    expect(await fixed("unclosed-file", code)).toEqual({ kind: "safe", text: expected });
  });

  test("where variables that are there already are assigned", async () => {
    const code = `func load(path string) (err error) {
	var f *os.File
	f, err = os.Open(path)
	if err != nil {
		return err
	}
	_, err = io.ReadAll(f)
	return err
}
`;
    const expected = code.replace("\t_, err = io.", "\tdefer f.Close()\n\t_, err = io.");
    expect(await fixed("unclosed-file", code)).toEqual({ kind: "safe", text: expected });
  });
});

test("a defect that leaves several resources behind is mended for all of them", async () => {
  const code = `func both(text string) error {
	r, w, err := os.Pipe()
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, text); err != nil {
		return err
	}
	w.Close()
	return r.Close()
}
`;
  const expected = code.replace("\tif _,", "\tdefer r.Close()\n\tdefer w.Close()\n\tif _,");
  expect(await fixed("unclosed-file", code)).toEqual({ kind: "safe", text: expected });
});

describe("a deferred release is a suggestion", () => {
  const uses: readonly (readonly [what: string, ...statements: string[]])[] = [
    ["where the file is moved", 'return os.Rename(path, "new")'],
    ["where the file is removed", "return os.Remove(path)"],
    ["where the file is read anew", "_, err = os.ReadFile(path)", "return err"],
  ];
  test.each(uses)("%s", async (_, ...statements) => {
    expect(await fixed("unclosed-file", withFile("f.Sync()", ...statements))).toMatchObject({
      kind: "suggestion",
    });
  });

  test("where the error is not looked at", async () => {
    const code = `func load(path string) {
	f, _ := os.Open(path)
	io.ReadAll(f)
}
`;
    const expected = code.replace("\tio.", "\tdefer f.Close()\n\tio.");
    expect(await fixed("unclosed-file", code)).toEqual({ kind: "suggestion", text: expected });
  });

  test("where a block ends long before the function does", async () => {
    const code = `func load(path string, wanted bool) error {
	if wanted {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		io.ReadAll(f)
	}
	time.Sleep(time.Hour)
	return nil
}
`;
    const expected = code.replace("\t\tio.", "\t\tdefer f.Close()\n\t\tio.");
    expect(await fixed("unclosed-file", code)).toEqual({ kind: "suggestion", text: expected });
  });

  test("where what a method gives is returned", async () => {
    const code = `func load(path string) (os.FileInfo, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return f.Stat()
}
`;
    expect(await fixed("unclosed-file", code)).toMatchObject({ kind: "suggestion" });
  });

  test("where it decides what a transaction does", async () => {
    const code = `func count(db *sql.DB) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	_, err = tx.Exec("DELETE FROM a")
	return err
}
`;
    expect(await fixed("unclosed-sql", code)).toMatchObject({ kind: "suggestion" });
  });
});

describe("there is no fix", () => {
  test("where a goroutine goes on with the resource", async () => {
    const code = withFile("go func() { io.ReadAll(f) }()", "return nil");
    expect(await fixed("unclosed-file", code)).toMatchObject({ kind: "none" });
  });

  test("where a view of the resource is returned", async () => {
    const code = `func load(path string) (*bufio.Reader, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return bufio.NewReader(f), nil
}
`;
    expect(await fixed("unclosed-file", code)).toMatchObject({ kind: "none" });
  });

  test("where some path hands the resource on", async () => {
    const code = `func load(path string, wanted bool) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if !wanted {
		return nil, io.EOF
	}
	return f, nil
}
`;
    expect(await fixed("unclosed-file", code)).toMatchObject({ kind: "none" });
  });

  test("in loops, also in those that goto makes", async () => {
    const code = `func load(path string) {
again:
	f, err := os.Open(path)
	if err != nil {
		return
	}
	if n, _ := f.Read(nil); n > 0 {
		f.Close()
		goto again
	}
}
`;
    expect(await fixed("unclosed-file", code)).toMatchObject({ kind: "none" });
  });

  test("where the check goes on without the resource", async () => {
    const code = `func load(path string) {
	f, err := os.Open(path)
	if err != nil {
		log.Print(err)
	}
	io.ReadAll(f)
}
`;
    expect(await fixed("unclosed-file", code)).toMatchObject({ kind: "none" });
  });

  test("where a second release would do more than none", async () => {
    const code = `func count(db *sql.DB, wanted bool) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	if !wanted {
		return io.EOF
	}
	return tx.Commit()
}
`;
    expect(await fixed("unclosed-sql", code)).toMatchObject({ kind: "none" });
  });
});

describe("a defer that comes too late", () => {
  const code = `func get(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}

	if resp.StatusCode != http.StatusOK {
		return io.EOF
	}

	defer resp.Body.Close() // The connection.

	_, err = io.ReadAll(resp.Body)
	return err
}
`;
  test("is moved up with its comment", async () => {
    const line = "\tdefer resp.Body.Close() // The connection.\n";
    const expected = code.replace(`${line}\n`, "").replace("\t}\n\n", `\t}\n${line}\n`);
    expect(await fixed("unclosed-response-body", code)).toEqual({ kind: "safe", text: expected });
  });

  test("stays where something else is deferred before it", async () => {
    const line = "\tdefer resp.Body.Close()\n";
    const other = code.replace("\tif resp", "\tdefer log.Print(url)\n\tif resp");
    const expected = other.replace("\t}\n\n", `\t}\n${line}\n`);
    expect(await fixed("unclosed-response-body", other)).toEqual({ kind: "safe", text: expected });
  });
});

/** A function with a context, of some statements. */
function withContext(...statements: readonly string[]): string {
  const lines = statements.map((line) => `\t${line}`);
  return ["func work(ctx context.Context, s *server) error {", ...lines, "}", ""].join("\n");
}

describe("a cancel function that is thrown away", () => {
  test("gets a name and is deferred", async () => {
    const code = withContext("inner, _ := context.WithTimeout(ctx, time.Second)", "return run(inner, s)");
    const expected = withContext(
      "inner, cancel := context.WithTimeout(ctx, time.Second)",
      "defer cancel()",
      "return run(inner, s)",
    );
    expect(await fixed("lost-cancel", code)).toEqual({ kind: "safe", text: expected });
  });

  test("is called with its cause", async () => {
    const code = withContext("ctx, _ = context.WithCancelCause(ctx)", "return run(ctx, s)");
    const expected = withContext(
      "ctx, cancel := context.WithCancelCause(ctx)",
      "defer cancel(nil)",
      "return run(ctx, s)",
    );
    expect(await fixed("lost-cancel", code)).toEqual({ kind: "safe", text: expected });
  });

  test("gets another name where that is in use", async () => {
    const code = withContext(
      "cancel := time.Second",
      "ctx, _ = context.WithTimeout(ctx, cancel)",
      "return run(ctx, s)",
    );
    const { text } = await fixed("lost-cancel", code);
    expect(text).toContain("ctx, cancel2 := context.WithTimeout(ctx, cancel)\n\tdefer cancel2()\n");
  });

  test("stays where the variable beside it is of an outer block", async () => {
    const code = withContext(
      "if s != nil {",
      "\tctx, _ = context.WithTimeout(ctx, time.Second)",
      "}",
      "return run(ctx, s)",
    );
    expect(await fixed("lost-cancel", code)).toMatchObject({ kind: "none" });
  });

  test("is a suggestion where nobody can tell how long its context is used", async () => {
    const code = withContext(
      "inner, _ := context.WithTimeout(ctx, time.Second)",
      "var job func(context.Context) error",
      "return job(inner)",
    );
    expect(await fixed("lost-cancel", code)).toMatchObject({ kind: "suggestion" });
  });

  const later: readonly (readonly [what: string, ...statements: string[]])[] = [
    ["is stored", "s.ctx = inner", "return nil"],
    ["goes into a goroutine", "go s.run(inner)", "return nil"],
    ["is captured by a goroutine", "go func() { <-inner.Done() }()", "return nil"],
  ];
  test.each(later)("stays where its context %s", async (_, ...statements) => {
    const code = withContext("inner, _ := context.WithTimeout(ctx, time.Second)", ...statements);
    expect(await fixed("lost-cancel", code)).toMatchObject({ kind: "none" });
  });

  test("stays where the response to a request that has its context is returned", async () => {
    const code = `func get(ctx context.Context, client *http.Client, url string) (*http.Response, error) {
	inner, _ := context.WithTimeout(ctx, time.Second)
	req, err := http.NewRequestWithContext(inner, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return client.Do(req)
}
`;
    expect((await fixed("lost-cancel", code)).kind).not.toBe("safe");
  });

  test("is no safe fix where a function of the package keeps its context", async () => {
    const code = withContext(
      "inner, _ := context.WithTimeout(ctx, time.Second)",
      "keep(inner, s)",
      "return nil",
    );
    expect((await fixed("lost-cancel", code)).kind).not.toBe("safe");
  });

  test("has a name of its own in each place of a function", async () => {
    const rule = rules.find(({ meta }) => meta.name === "lost-cancel");
    const text = `${imports}func two(ctx context.Context, s *server) error {
	ctx, _ = context.WithTimeout(ctx, time.Second)
	ctx, _ = context.WithTimeout(ctx, time.Second)
	return run(ctx, s)
}
`;
    const found = rule ? await runRule(rule, { files: { "p.go": text }, go: "1.22" }) : [];
    const all = applyEdits(
      text,
      found.flatMap(({ fixes }) => fixes[0]?.edits ?? []),
    );
    expect(all).toContain("ctx, cancel := context");
    expect(all).toContain("ctx, cancel2 := context");
  });
});

describe("comments at the ends of lines stay as gofmt aligns them", () => {
  test("where a line comes between them", async () => {
    const code = `func tick(s *server) {
	n := 1                           // first
	t := time.NewTicker(time.Second) // ticks
	longer := n                      // last
	t.Reset(time.Duration(longer))
}
`;
    const { text } = await fixed("unstopped-ticker", code);
    expect(text).toContain(
      "t := time.NewTicker(time.Second) // ticks\n\tdefer t.Stop()\n\tlonger := n // last\n",
    );
  });

  test("where a line grows", async () => {
    const code = `func work(ctx context.Context, s *server) error {
	n := time.Second                     // long
	ctx, _ = context.WithTimeout(ctx, n) // short
	return run(ctx, s)
}
`;
    const { text } = await fixed("lost-cancel", code);
    expect(text).toContain(
      "n := time.Second                           // long\n\tctx, cancel := context.WithTimeout(ctx, n) // short\n\tdefer cancel()\n",
    );
  });
});

test("lines end as those of the file do", async () => {
  const rule = rules.find(({ meta }) => meta.name === "unclosed-file");
  const text = (imports + withFile("_, err = io.ReadAll(f)", "return err")).replaceAll("\n", "\r\n");
  const found = rule ? await runRule(rule, { files: { "p.go": text }, go: "1.22" }) : [];
  const all = applyEdits(
    text,
    found.flatMap(({ fixes }) => fixes[0]?.edits ?? []),
  );
  expect(all).toContain("\t}\r\n\tdefer f.Close()\r\n");
  expect(all.replaceAll("\r\n", "")).not.toContain("\n");
});
