import { describe, expect, test } from "@jest/globals";
import { rules } from "../../../rules/index.js";
import { lintMemory } from "../../engine/lint-memory.js";

/** A package below `internal` with an exported function that leaves a file open where the second one fails. */
const leaky = `package leaky

import "os"

func Load(a, b string) error {
	f, err := os.Open(a)
	if err != nil {
		return err
	}
	g, err := os.Open(b)
	if err != nil {
		return err
	}
	return errorsOf(f.Close(), g.Close())
}

func errorsOf(errs ...error) error { return errs[0] }
`;

const imports = `import "example.com/w/internal/leaky"`;

function program(body: string, more = ""): string {
  return `package main\n\n${imports}\n\n${more}\n\nfunc main() {\n${body}\n}\n`;
}

async function found(
  files: Readonly<Record<string, string>>,
  patterns: readonly string[] = [],
): Promise<readonly string[]> {
  const contents = Object.entries(files).map(([path, text]) => [`/w/${path}`, text]);
  const { diagnostics, notices } = await lintMemory(
    { files: Object.fromEntries(contents) as Record<string, string> },
    { rules, patterns },
  );
  expect(notices).toEqual([]);
  return diagnostics.map(({ location: { file }, rule }) => `${file} ${rule}`);
}

const finding = ["internal/leaky/leaky.go unclosed-file"];

/** What is found in the leaky package beside other files. */
function beside(others: Readonly<Record<string, string>>, patterns?: readonly string[]) {
  return found({ "internal/leaky/leaky.go": leaky, ...others }, patterns);
}

describe("code that runs once in the life of a process is not reported", () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ["main calls it", { "main.go": program('leaky.Load("a", "b")') }],
    ["main of a program further down calls it", { "cmd/x/main.go": program('leaky.Load("a", "b")') }],
    [
      "two programs call it",
      { "a/main.go": program('leaky.Load("a", "b")'), "b/main.go": program('_ = leaky.Load("c", "d")') },
    ],
    ["main starts it", { "main.go": program('go leaky.Load("a", "b")') }],
    [
      "what main calls in another package calls it",
      {
        "internal/setup/setup.go": `package setup\n\n${imports}\n\nfunc All() error { return leaky.Load("a", "b") }\n`,
        "main.go": program("setup.All()").replace("internal/leaky", "internal/setup"),
      },
    ],
    [
      "a method that main calls calls it",
      {
        "internal/app/app.go": `package app\n\n${imports}\n\ntype App struct{}\n\nfunc New() *App { return &App{} }\n\nfunc (a *App) Start() error { return leaky.Load("a", "b") }\n`,
        "main.go": program("app.New().Start()").replace("internal/leaky", "internal/app"),
      },
    ],
    ["an initialiser calls it", { "main.go": program("", 'var _ = leaky.Load("a", "b")') }],
    ["init calls it", { "main.go": program("", 'func init() { leaky.Load("a", "b") }') }],
    [
      "a command of cobra calls it",
      {
        "cli/serve.go": `package cli\n\nimport (\n\t"example.com/w/internal/leaky"\n\n\t"github.com/spf13/cobra"\n)\n\nvar Serve = &cobra.Command{\n\tRunE: func(*cobra.Command, []string) error { return leaky.Load("a", "b") },\n}\n`,
      },
    ],
    [
      "a table of commands of the program's own holds it",
      {
        "command/command.go": `package command\n\ntype Command struct {\n\tName string\n\tRun  func(args []string) error\n}\n`,
        "command/load.go": `package command\n\n${imports}\n\nvar Load = &Command{Name: "load"}\n\nfunc init() { Load.Run = load }\n\nfunc load(args []string) error { return leaky.Load(args[0], args[1]) }\n`,
        "main.go":
          'package main\n\nimport (\n\t"os"\n\n\t"example.com/w/command"\n)\n\nfunc main() {\n\tfor _, c := range []*command.Command{command.Load} {\n\t\tif c.Name == os.Args[1] && c.Run != nil {\n\t\t\tc.Run(os.Args)\n\t\t\treturn\n\t\t}\n\t}\n}\n',
      },
    ],
    [
      "a list of commands of a framework out of reach holds it",
      {
        "cli/commands.go":
          'package cli\n\nimport (\n\t"context"\n\n\t"example.com/w/internal/leaky"\n\n\t"github.com/peterbourgon/ff/v3/ffcli"\n)\n\nvar commands = []*ffcli.Command{{Name: "load", Exec: load}}\n\nfunc load(ctx context.Context, args []string) error { return leaky.Load(args[0], args[1]) }\n',
      },
    ],
    [
      "a command of go-flags is where it is called",
      {
        "go.mod": "module example.com/w\n\ngo 1.22\n\nrequire github.com/jessevdk/go-flags v1.5.0\n",
        "cli/load.go": `package cli\n\n${imports}\n\ntype LoadCommand struct{}\n\nfunc (c *LoadCommand) Execute(args []string) error { return leaky.Load(args[0], args[1]) }\n`,
      },
    ],
    [
      "a program beside it calls what other modules may import",
      {
        "api/api.go": `package api\n\n${imports}\n\nfunc Load() error { return leaky.Load("a", "b") }\n`,
        "cmd/load/main.go": program("api.Load()").replace("internal/leaky", "api"),
      },
    ],
    [
      "what main calls behind an interface calls it",
      {
        "internal/app/app.go": `package app\n\n${imports}\n\ntype App struct{}\n\nfunc (a *App) Start() error { return leaky.Load("a", "b") }\n`,
        "main.go": program(
          "start(app.App{})",
          "type starter interface{ Start() error }\n\nfunc start(s starter) { s.Start() }",
        ).replace("internal/leaky", "internal/app"),
      },
    ],
    [
      "a builder of commands of the program's own is given it",
      {
        "cli/builder.go":
          'package cli\n\nimport "github.com/spf13/cobra"\n\ntype builder struct{ cmd cobra.Command }\n\nfunc (b *builder) does(action func() error) *cobra.Command {\n\tb.cmd.RunE = func(*cobra.Command, []string) error { return action() }\n\treturn &b.cmd\n}\n',
        "cli/load.go": `package cli\n\n${imports}\n\nvar Load = new(builder).does(load)\n\nfunc load() error { return leaky.Load("a", "b") }\n`,
      },
    ],
    [
      "a sync.Once of a package runs it",
      {
        "app/app.go": `package app\n\nimport (\n\t"sync"\n\n\t"example.com/w/internal/leaky"\n)\n\nvar once sync.Once\n\nfunc Get() {\n\tonce.Do(func() { leaky.Load("a", "b") })\n}\n`,
      },
    ],
    [
      "a literal that a local variable holds calls it",
      { "main.go": program('load := func() { leaky.Load("a", "b") }\n\tload()') },
    ],
  ])("%s", async (_, others) => {
    expect(await beside(others)).toEqual([]);
  });
});

describe("what is left behind while the process goes on", () => {
  const never = leaky.replace("return errorsOf(f.Close(), g.Close())", "f.Stat()\n\tg.Stat()\n\treturn nil");
  const both = (main: string) => found({ "internal/leaky/leaky.go": never, "main.go": main });

  test("is not reported where it does not add up", async () => {
    expect(await both(program('leaky.Load("a", "b")'))).toEqual([]);
  });

  test("is reported where a loop adds one to another", async () => {
    expect(await both(program('for {\n\t\tleaky.Load("a", "b")\n\t}'))).toEqual([...finding, ...finding]);
  });
});

describe("code that may run again is reported", () => {
  const handler = `package web\n\nimport (\n\t"net/http"\n\n\t"example.com/w/internal/leaky"\n)\n\nfunc Handle(w http.ResponseWriter, r *http.Request) { leaky.Load("a", "b") }\n`;
  test.each<[string, Readonly<Record<string, string>>]>([
    ["a loop calls it", { "main.go": program('for {\n\t\tleaky.Load("a", "b")\n\t}') }],
    [
      "a loop over files calls it",
      { "main.go": program('for _, s := range []string{"a"} {\n\t\tleaky.Load(s, s)\n\t}') },
    ],
    ["a request calls it", { "web/web.go": handler }],
    ["a request calls it beside main", { "web/web.go": handler, "main.go": program('leaky.Load("a", "b")') }],
    [
      "a function that it is handed to calls it again and again",
      {
        "main.go": program(
          'forever(func() { leaky.Load("a", "b") })',
          "func forever(do func()) {\n\tfor {\n\t\tdo()\n\t}\n}",
        ),
      },
    ],
    [
      "each value has a sync.Once of its own",
      {
        "app/app.go": `package app\n\nimport (\n\t"sync"\n\n\t"example.com/w/internal/leaky"\n)\n\ntype App struct{ once sync.Once }\n\nfunc (a *App) Get() {\n\ta.once.Do(func() { leaky.Load("a", "b") })\n}\n`,
      },
    ],
    [
      "it is handed to code out of sight",
      { "main.go": program("handle(leaky.Load)", "func handle(f any) { println(f) }") },
    ],
    [
      "an interface may lead to it",
      {
        "app/app.go": `package app\n\n${imports}\n\ntype App struct{}\n\nfunc (a *App) Start() error { return leaky.Load("a", "b") }\n`,
        "run/run.go":
          "package run\n\ntype Starter interface{ Start() error }\n\nfunc Run(s Starter) error { return s.Start() }\n",
      },
    ],
    [
      "a program calls what other modules may import",
      {
        "api/api.go": `package api\n\n${imports}\n\nfunc Load() error { return leaky.Load("a", "b") }\n`,
        "api/example/main.go": program("api.Load()").replace("internal/leaky", "api"),
      },
    ],
    [
      "a program of another module calls it",
      {
        "api/api.go": `package api\n\n${imports}\n\nfunc Load() error { return leaky.Load("a", "b") }\n`,
        "examples/go.mod": "module example.com/examples\n\ngo 1.22\n\nreplace example.com/w => ../\n",
        "examples/main.go": program("api.Load()").replace("internal/leaky", "api"),
      },
    ],
    [
      "a command calls what other modules may import",
      {
        "api/api.go": `package api\n\n${imports}\n\nfunc Load() error { return leaky.Load("a", "b") }\n`,
        "api/cli/load.go":
          'package cli\n\nimport (\n\t"example.com/w/api"\n\n\t"github.com/spf13/cobra"\n)\n\nvar Load = &cobra.Command{RunE: func(*cobra.Command, []string) error { return api.Load() }}\n',
      },
    ],
    [
      "a library exports what calls it",
      { "api/api.go": `package api\n\n${imports}\n\nfunc Load() error { return leaky.Load("a", "b") }\n` },
    ],
    [
      "a field that code calls again and again holds it",
      {
        "job/job.go": `package job\n\n${imports}\n\ntype job struct{ run func(a, b string) error }\n\nfunc jobs() []job { return []job{{run: leaky.Load}} }\n\nfunc work(j job) {\n\tfor {\n\t\tj.run("a", "b")\n\t}\n}\n`,
      },
    ],
  ])("%s", async (_, others) => {
    expect(await beside(others)).toEqual(finding);
  });
});

describe("code that nobody but tests calls", () => {
  const testing = `package leaky\n\nimport "testing"\n\nfunc TestLoad(t *testing.T) { Load("a", "b") }\n`;

  test("is not reported below internal", async () => {
    expect(await beside({ "internal/leaky/leaky_test.go": testing })).toEqual([]);
  });

  test("is not reported where what calls it is called by tests alone", async () => {
    const use = `package use\n\n${imports}\n\nfunc load() error { return leaky.Load("a", "b") }\n`;
    const tested = 'package use\n\nimport "testing"\n\nfunc TestLoad(t *testing.T) { load() }\n';
    expect(await beside({ "use/use.go": use, "use/use_test.go": tested })).toEqual([]);
  });

  test("is reported where no test calls it either", async () => {
    expect(await beside({})).toEqual(finding);
  });

  test("is reported where other modules may call it", async () => {
    expect(await found({ "leaky/leaky.go": leaky, "leaky/leaky_test.go": testing })).toEqual([
      "leaky/leaky.go unclosed-file",
    ]);
  });

  test("is reported where C may call it", async () => {
    const exported = leaky.replace("func Load", "//export Load\nfunc Load");
    expect(await found({ "internal/leaky/leaky.go": exported })).toEqual(finding);
  });
});

/** A server that leaves its listener open where it fails to start. */
const server = `package web

import (
	"net"
	"net/http"
	"os"
)

func Serve(addr, info string) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	if err := os.WriteFile(info, []byte(addr), 0o600); err != nil {
		return err
	}
	return http.Serve(listener, nil)
}
`;

describe("a listener that is left open where a start fails", () => {
  test("is not reported: the process ends with it", async () => {
    expect(await found({ "web/web.go": server })).toEqual([]);
  });

  test("is not reported where there are several to be opened", async () => {
    const all = 'for _, addr := range []string{":1", ":2"} {\n\t\tgo web.Serve(addr, "x")\n\t}';
    const main = program(all).replace("internal/leaky", "web");
    expect(await found({ "web/web.go": server, "main.go": main })).toEqual([]);
  });

  test("is reported where a loop starts again and again", async () => {
    const again = 'for {\n\t\tweb.Serve(":1", "x")\n\t}';
    const main = program(again).replace("internal/leaky", "web");
    expect(await found({ "web/web.go": server, "main.go": main })).toEqual([
      "web/web.go unclosed-connection",
    ]);
  });

  test("is reported where a request starts it", async () => {
    const more = `func Handle(w http.ResponseWriter, r *http.Request) { Serve(":0", "x") }\n`;
    expect(await found({ "web/web.go": `${server}\n${more}` })).toEqual(["web/web.go unclosed-connection"]);
  });

  test("is not reported where nobody is known to start it again and again", async () => {
    const method = server.replace("func Serve(", "type Server struct{}\n\nfunc (s *Server) Serve(");
    expect(await found({ "web/web.go": method })).toEqual([]);
  });

  test("is not reported where a start fails by an error that some function makes", async () => {
    const made = server
      .replace("func Serve(addr, info string) error", "func Listen(addr, info string) (net.Listener, error)")
      .replace("return err", "return nil, err")
      .replace(
        "if err := os.WriteFile(info, []byte(addr), 0o600); err != nil {\n\t\treturn err",
        'if info == "" {\n\t\treturn nil, failure()',
      )
      .replace("return http.Serve(listener, nil)", "return listener, nil")
      .replace('\t"net/http"\n\t"os"\n', "");
    expect(await found({ "web/web.go": `${made}\nfunc failure() error { return nil }\n` })).toEqual([]);
  });

  test("is reported where a function goes on without it", async () => {
    const goesOn = server.replace("return err\n\t}\n\treturn http", "return nil\n\t}\n\treturn http");
    expect(await found({ "web/web.go": goesOn })).toEqual(["web/web.go unclosed-connection"]);
  });
});

/** A package that lies below a program. */
function inProgram(text: string): Readonly<Record<string, string>> {
  return { "tools/load/leaky/leaky.go": text };
}

/** A program that uses it. */
function programAbove(body: string): string {
  return program(body).replace("internal/leaky", "tools/load/leaky");
}

describe("a package of a program that ends soon", () => {
  const never = leaky.replace("return errorsOf(f.Close(), g.Close())", "f.Stat()\n\tg.Stat()\n\treturn nil");

  test("lies below the only program that imports it", async () => {
    const use = programAbove("println(leaky.Load)");
    expect(await found({ ...inProgram(never), "tools/load/main.go": use })).toEqual([]);
    expect(await found({ ...inProgram(never), "other/main.go": use })).toHaveLength(2);
  });

  test("may still have a function that runs again and again", async () => {
    const call = programAbove('for {\n\t\tleaky.Load("a", "b")\n\t}');
    expect(await found({ ...inProgram(never), "tools/load/main.go": call })).toHaveLength(2);
  });

  test("may still answer requests", async () => {
    const handler = `\nfunc Handle(w http.ResponseWriter, r *http.Request) {}\n`;
    const answering = never.replace('import "os"', 'import (\n\t"net/http"\n\t"os"\n)') + handler;
    const call = programAbove("println(leaky.Load)");
    expect(await found({ ...inProgram(answering), "tools/load/main.go": call })).toHaveLength(2);
  });

  test("imports what commands are written with", async () => {
    const command = never.replace('import "os"', 'import (\n\t"os"\n\n\t_ "github.com/spf13/cobra"\n)');
    expect(await found({ "cli/cli.go": command })).toEqual([]);
    const flags = 'package leaky\n\nimport _ "github.com/spf13/cobra"\n';
    expect(await found({ "cli/cli.go": never, "cli/flags.go": flags })).toHaveLength(2);
  });
});

describe("the answer does not hang on what is linted", () => {
  test("a single file", async () => {
    const calledOnce = { "main.go": program('leaky.Load("a", "b")') };
    expect(await beside(calledOnce, ["internal/leaky/leaky.go"])).toEqual([]);
    const calledOften = { "main.go": program('for {\n\t\tleaky.Load("a", "b")\n\t}') };
    expect(await beside(calledOften, ["internal/leaky/leaky.go"])).toEqual(finding);
  });

  test("modules below and beside", async () => {
    const other = 'for {\n\t\tleaky.Load("a", "b")\n\t}';
    const nested = {
      "tools/go.mod": "module example.com/w/tools\n\ngo 1.22\n\nreplace example.com/w => ../\n",
      "tools/main.go": program(other),
    };
    expect(await beside({ ...nested, "main.go": program('leaky.Load("a", "b")') })).toEqual(finding);
  });
});
