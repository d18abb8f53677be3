import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { GoProject } from "./go-project.js";

/** A program that ends soon, and opens a file in a function that it calls twice. */
const program = `package main

import "os"

func main() {
	look("a")
	look("b")
}

func look(path string) {
	f, err := os.Open(path)
	if err != nil {
		return
	}
	f.Stat()
}
`;

const library = program.replace("package main", "package library").replace(/func main[^}]*}\n/, "");

let project: GoProject;

beforeAll(() => {
  project = new GoProject({ "program/main.go": program, "library/library.go": library });
});

afterAll(() => project.remove());

async function foundIn(...args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await project.run(["--format", "compact", ...args]);
  return [...stdout.matchAll(/^([^:\n]+):\d+/gm)].map(([, file = ""]) => file);
}

test("what a process gives back as it ends is for those who ask for the strict preset", async () => {
  expect(await foundIn("--only", "unclosed-file")).toEqual(["library/library.go"]);
  expect(await foundIn("--preset", "strict", "--only", "unclosed-file")).toEqual([
    "library/library.go",
    "program/main.go",
  ]);
});

test("a database that is opened once is given back by the process that fails to start", async () => {
  const connects = `package store

import "database/sql"

type Store struct{ name string }

func Connect(name string) (*sql.DB, error) {
	db, err := sql.Open("pg", name)
	if err != nil {
		return nil, err
	}
	if err := db.Ping(); err != nil {
		return nil, err
	}
	return db, nil
}
`;
  const again = `
func Keep(names <-chan string, keep func(*sql.DB, error)) {
	for name := range names {
		keep(Connect(name))
	}
}
`;
  const stores = new GoProject({ "once/once.go": connects, "often/often.go": connects + again });
  const found = async (preset: string): Promise<readonly string[]> => {
    const { stdout } = await stores.run([
      "--format",
      "compact",
      "--preset",
      preset,
      "--only",
      "unclosed-sql",
    ]);
    return [...stdout.matchAll(/^([^:\n]+):\d+/gm)].map(([, file = ""]) => file);
  };
  expect(await found("recommended")).toEqual(["often/often.go"]);
  expect(await found("strict")).toEqual(["often/often.go", "once/once.go"]);
  stores.remove();
});

test("what the author has silenced for a linter that looks for the same is minor, and explained", async () => {
  const fetches = `package fetch

import "net/http"

func Status(url string) int {
	resp, err := http.Get(url) //nolint:bodyclose // the peer hangs up
	if err != nil {
		return 0
	}
	return resp.StatusCode
}

func Length(url string) int64 {
	resp, err := http.Get(url) //nolint:sqlclosecheck // the peer hangs up
	if err != nil {
		return 0
	}
	return resp.ContentLength
}
`;
  project.write("fetch/fetch.go", fetches);
  const only = ["--only", "unclosed-response-body", "fetch"];
  expect(await foundIn(...only)).toHaveLength(1);
  expect(await foundIn("--preset", "strict", ...only)).toHaveLength(2);
  const { stdout } = await project.run(["explain", "fetch/fetch.go:6"]);
  expect(stdout.replace(/\s+/g, " ")).toContain(
    "The author has silenced bodyclose here. The presets strict and all show it.",
  );
});

test("an exit that takes an error of closing what was only read is no reason to speak", async () => {
  const reads = `package reads

import (
	"io"
	"net/http"
	"os"
)

func Join(path string, resp *http.Response) (*os.File, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	io.Copy(io.Discard, resp.Body)
	if err := resp.Body.Close(); err != nil {
		return nil, err
	}
	return f, nil
}
`;
  const copies = reads
    .replace("package reads", "package copies")
    .replace(
      "	return f, nil",
      "	if _, err := io.Copy(f, os.Stdin); err != nil {\n\t\treturn nil, err\n\t}\n\treturn f, nil",
    );
  const written = reads
    .replace("package reads", "package written")
    .replace('\t"net/http"\n', "")
    .replace("resp *http.Response", "resp struct{ Body io.ReadWriteCloser }");
  const files = { "reads/r.go": reads, "copies/c.go": copies, "written/w.go": written };
  const other = new GoProject(files);
  try {
    const run = async (...args: readonly string[]): Promise<readonly string[]> => {
      const { stdout } = await other.run(["--format", "compact", "--only", "unclosed-file", ...args]);
      return [...stdout.matchAll(/^([^:\n]+):\d+/gm)].map(([, file = ""]) => file);
    };
    expect(await run()).toEqual(["copies/c.go", "written/w.go"]);
    expect(await run("--preset", "strict")).toEqual(["copies/c.go", "reads/r.go", "written/w.go"]);
  } finally {
    other.remove();
  }
});

test("what may be left unreleased on purpose is for those who ask for the strict preset", async () => {
  const sources = {
    "daemon/daemon.go": `package daemon

import "os/exec"

func Start(path string) error {
	cmd := exec.Command(path)
	if err := cmd.Start(); err != nil {
		return err
	}
	return nil
}
`,
    "killed/killed.go": `package killed

import "os/exec"

func Start(path string, work func()) error {
	cmd := exec.Command(path)
	if err := cmd.Start(); err != nil {
		return err
	}
	work()
	return cmd.Process.Kill()
}
`,
    "bound/bound.go": `package bound

import (
	"context"
	"os/exec"
)

func Start(ctx context.Context, path string) error {
	cmd := exec.CommandContext(ctx, path)
	if err := cmd.Start(); err != nil {
		return err
	}
	return nil
}
`,
    "segment/segment.go": `package segment

import (
	"archive/tar"
	"bytes"
)

// Other segments follow.
func Segment(header *tar.Header) []byte {
	var buf bytes.Buffer
	w := tar.NewWriter(&buf)
	w.WriteHeader(header)
	w.Flush()
	return buf.Bytes()
}
`,
    "archive/archive.go": `package archive

import (
	"archive/tar"
	"bytes"
)

func Archive(header *tar.Header) []byte {
	var buf bytes.Buffer
	w := tar.NewWriter(&buf)
	w.WriteHeader(header)
	return buf.Bytes()
}
`,
  };
  for (const [path, source] of Object.entries(sources)) project.write(path, source);
  const only = [
    "--only",
    "unwaited-process,unclosed-stream",
    "daemon",
    "killed",
    "bound",
    "segment",
    "archive",
  ];
  expect(await foundIn(...only)).toEqual(["archive/archive.go", "bound/bound.go", "killed/killed.go"]);
  expect(await foundIn("--preset", "strict", ...only)).toHaveLength(5);
});

test("contexts that end by themselves, or that nothing holds, are minor", async () => {
  const derives = `package jobs

import (
	"context"
	"os"
	"os/signal"
	"time"
)

func use(ctx context.Context) {}

func deadline(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithDeadline(ctx, time.Now().Add(time.Minute))
}

func Hour(ctx context.Context) {
	ctx, _ = context.WithTimeout(ctx, time.Hour) // minor
	use(ctx)
}

func Minute(ctx context.Context, again bool) {
	ctx, cancel := deadline(ctx) // minor
	if again {
		use(ctx)
		return
	}
	cancel()
}

func Root(work func(context.Context)) {
	root := context.Background()
	ctx, _ := context.WithCancel(root) // minor
	go work(ctx)
}

func Signals() context.Context {
	ctx, _ := signal.NotifyContext(context.Background(), os.Interrupt) // minor
	return ctx
}

func Child(ctx context.Context) {
	ctx, _ = context.WithCancel(ctx) // found
	use(ctx)
}

// The server goes on, for as long as whoever starts it wants.
func Start(ctx context.Context, serve func(context.Context), connect func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx) // minor
	go serve(ctx)
	if err := connect(ctx); err != nil {
		cancel()
		return err
	}
	return nil
}

func Tries(ctx context.Context, connect func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx) // found
	if err := connect(ctx); err != nil {
		cancel()
		return err
	}
	return nil
}

func FailsOnce(ctx context.Context, serve func(context.Context), connect func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx) // found
	go serve(ctx)
	if err := connect(ctx); err != nil {
		return err
	}
	if err := connect(ctx); err != nil {
		cancel()
		return err
	}
	return nil
}

func Loop(ctx context.Context, jobs <-chan int) {
	for range jobs {
		ctx, _ := signal.NotifyContext(ctx, os.Interrupt) // found
		use(ctx)
	}
}
`;
  await expectMarked(derives, "lost-cancel");
});

test("what a handler leaves of the request that it answers is minor", async () => {
  const forwards = `package proxy

import (
	"errors"
	"net/http"
)

func Forward(w http.ResponseWriter, r *http.Request) {
	req, _ := http.NewRequestWithContext(r.Context(), r.Method, "http://backend", r.Body)
	resp, err := http.DefaultClient.Do(req) // minor
	if err != nil {
		return
	}
	w.WriteHeader(resp.StatusCode)
}

func Cloned(w http.ResponseWriter, r *http.Request) {
	req := r.Clone(r.Context())
	resp, err := http.DefaultTransport.RoundTrip(req) // minor
	if err != nil {
		return
	}
	w.WriteHeader(resp.StatusCode)
}

func Same(w http.ResponseWriter, r *http.Request) {
	resp, err := http.DefaultTransport.RoundTrip(r) // minor
	if err != nil {
		return
	}
	w.WriteHeader(resp.StatusCode)
}

func Apart(w http.ResponseWriter, r *http.Request) {
	req, _ := http.NewRequest(r.Method, "http://backend", r.Body)
	resp, err := http.DefaultClient.Do(req) // found
	if err != nil {
		return
	}
	w.WriteHeader(resp.StatusCode)
}

type checked struct{ http.RoundTripper }

// The request may be one of a client that goes on.
func (c checked) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := c.RoundTripper.RoundTrip(r.Clone(r.Context())) // found
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	return resp, nil
}
`;
  await expectMarked(forwards, "unclosed-response-body");
});

test("what is left of a request ends with the polling that has cancelled its context", async () => {
  const polls = `package polled

import (
	"context"
	"net/http"
	"time"

	"k8s.io/apimachinery/pkg/util/wait"
)

func Polls(ctx context.Context, url string) error {
	return wait.PollUntilContextTimeout(ctx, time.Second, time.Minute, true, func(ctx context.Context) (bool, error) {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return false, nil
		}
		resp, err := http.DefaultClient.Do(req) // minor
		if err != nil {
			return false, nil
		}
		return resp.StatusCode == http.StatusOK, nil
	})
}

func PollsWithout(ctx context.Context, url string) error {
	return wait.PollUntilContextTimeout(ctx, time.Second, time.Minute, true, func(context.Context) (bool, error) {
		resp, err := http.Get(url) // found
		if err != nil {
			return false, nil
		}
		return resp.StatusCode == http.StatusOK, nil
	})
}
`;
  await expectMarked(polls, "unclosed-response-body");
});

test("a session ends with the client that its function has been given", async () => {
  const locks = `package locks

import (
	"context"

	"go.etcd.io/etcd/client/v3"
	"go.etcd.io/etcd/client/v3/concurrency"
)

type owner struct{ Client *clientv3.Client }

func Given(ctx context.Context, owner *owner, names []string) (func() error, error) {
	session, err := concurrency.NewSession(owner.Client) // minor
	if err != nil {
		return nil, err
	}
	if err := concurrency.NewMutex(session, names[0]).Lock(ctx); err != nil {
		return nil, err
	}
	return session.Close, nil
}

func Turns(ctx context.Context, client *clientv3.Client, names <-chan string) {
	for name := range names {
		session, err := concurrency.NewSession(client) // found
		if err != nil {
			continue
		}
		if concurrency.NewMutex(session, name).Lock(ctx) == nil {
			session.Close()
		}
	}
}

func (o *owner) Lock(ctx context.Context, name string) error {
	session, err := concurrency.NewSession(o.Client) // found
	if err != nil {
		return err
	}
	if err := concurrency.NewMutex(session, name).Lock(ctx); err != nil {
		return err
	}
	return session.Close()
}
`;
  await expectMarked(locks, "unclosed-connection");
});

/** Expects the findings of a rule on the lines marked `// found` and, with the preset for everything, `// minor`. */
async function expectMarked(code: string, rule: string): Promise<void> {
  const marked = new GoProject({ "code.go": code });
  const found = async (preset: string): Promise<readonly number[]> => {
    const { stdout } = await marked.run(["--format", "compact", "--preset", preset, "--only", rule]);
    return [...stdout.matchAll(/^[^:\n]+:(\d+)/gm)].map(([, line]) => Number(line)).toSorted((a, b) => a - b);
  };
  const lines = code.split("\n").map((text, index) => ({ text, line: index + 1 }));
  const withMark = (mark: RegExp) => lines.filter(({ text }) => mark.test(text)).map(({ line }) => line);
  expect(await found("recommended")).toEqual(withMark(/\/\/ found$/));
  expect(await found("strict")).toEqual(withMark(/\/\/ (?:found|minor)$/));
  marked.remove();
}
