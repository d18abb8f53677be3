import { describe, expect, test } from "@jest/globals";
import { rules } from "../../rules/index.js";
import { lintMemory } from "../engine/lint-memory.js";

/** What is advised about the only finding in the body of a function. */
async function remedyFor(body: string): Promise<string | undefined> {
  const text = `package w

import (
	"context"
	"net"
	"os"
	"os/signal"
	"time"
)

var _ = []any{context.Background, net.Dial, os.Open, signal.Stop, time.Tick}

func use(ctx context.Context) error { return ctx.Err() }

func f(parent context.Context, path string, ready func() bool) (*os.File, error) {
${body}
	return nil, nil
}
`;
  const files = { "/w/a.go": text, "/w/go.mod": "module example.com/w\n\ngo 1.22\n" };
  const { diagnostics } = await lintMemory({ files }, { rules, flags: { preset: "strict" } });
  expect(diagnostics.map(({ message }) => message)).toHaveLength(1);
  return diagnostics[0]?.advice;
}

const open = "\tfile, err := os.Open(path)\n\tif err != nil {\n\t\treturn nil, err\n\t}\n";

describe("what to do about a resource", () => {
  test.each([
    [
      "that is never released",
      `${open}\t_ = file.Name()`,
      "Defer file.Close() once the call has succeeded; in a loop, close it at the end of each turn.",
    ],
    [
      "that is acquired by a call which does not fail",
      "\tctx, cancel := context.WithCancel(parent)\n\tif ready() {\n\t\tcancel()\n\t}\n\t_ = use(ctx)",
      "Defer cancel() right after the call, or call it before every return.",
    ],
    [
      "that other paths hand on",
      `${open}\tif ready() {\n\t\treturn file, nil\n\t}`,
      "Call file.Close() before every return that does not hand it on.",
    ],
    [
      "that a goroutine goes on using",
      '\tconn, err := net.Dial("tcp", path)\n\tif err != nil {\n\t\treturn nil, err\n\t}\n\tgo func() { _, _ = conn.Write(nil) }()',
      "Call conn.Close() after the last use, which may come when the function has returned.",
    ],
    [
      "that a variable forgets",
      `${open}\tfile, err = os.Open(path)\n\tif err == nil {\n\t\t_ = file.Close()\n\t}`,
      "Call file.Close() before file gets another value.",
    ],
    [
      "that is an argument of the call",
      "\tsignals := make(chan os.Signal, 1)\n\tsignal.Notify(signals)\n\t<-signals",
      "Defer signal.Stop(signals) right after the call; in a loop, unregister it at the end of each turn.",
    ],
    ["that is thrown away", "\t_, _ = os.Open(path)", "Keep the file in a variable and close it."],
    [
      "that cannot be released, thrown away",
      "\t<-time.Tick(time.Second)",
      "Make the ticker with time.NewTicker, keep it in a variable and stop it.",
    ],
    [
      "that cannot be released, in a variable",
      "\tticks := time.Tick(time.Second)\n\t<-ticks",
      "Make the ticker with time.NewTicker, keep it in a variable and stop it.",
    ],
    [
      "of which only the channel is kept",
      "\tticks := time.NewTicker(time.Second).C\n\t<-ticks",
      "Keep the ticker in a variable and stop it.",
    ],
  ])("%s", async (_, body, advice) => {
    expect(await remedyFor(body)).toBe(advice);
  });
});
