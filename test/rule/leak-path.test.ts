import { describe, expect, test } from "@jest/globals";
import { rules } from "../../rules/index.js";
import { lintMemory } from "../engine/lint-memory.js";

/** The steps of the path that the only finding in a function shows, each with the code where it stands. */
async function pathIn(body: string): Promise<readonly (readonly [string, string])[]> {
  const text = `package w

import (
	"context"
	"os"
)

func f(ctx context.Context, path string, any interface{}, kind int, work chan int) error {
${body}
}
`;
  const files = { "/w/a.go": text, "/w/go.mod": "module example.com/w\n\ngo 1.24\n" };
  const { diagnostics } = await lintMemory({ files }, { rules, flags: { only: ["unclosed-file"] } });
  expect(diagnostics.length).toBe(1);
  return (diagnostics[0]?.path ?? []).map(({ location, message }) => [
    text.slice(location.start, location.end),
    message,
  ]);
}

const open = "\tfile, err := os.Open(path)\n\tif err != nil {\n\t\treturn err\n\t}";
const opened = [
  ["os.Open(path)", "opened here"],
  ["err != nil", "when `err != nil` does not hold"],
];
const left = (statement: string) => [statement, "the function returns here; nothing has closed it"];

describe("the path of a leak shows the branches taken", () => {
  test("in a select", async () => {
    const path = await pathIn(
      `${open}\n\tselect {\n\tcase <-ctx.Done():\n\t\treturn ctx.Err()\n\tcase <-work:\n\t}\n\treturn file.Close()`,
    );
    expect(path).toEqual([...opened, ["<-ctx.Done()", "in this case"], left("return ctx.Err()")]);
  });

  test("in a switch", async () => {
    const path = await pathIn(
      `${open}\n\tswitch kind {\n\tcase 1, 2:\n\t\treturn nil\n\t}\n\treturn file.Close()`,
    );
    expect(path).toEqual([...opened, ["1", "in this case"], left("return nil")]);
  });

  test("into the next turn of a loop", async () => {
    const path = await pathIn(
      `\tvar kept []*os.File\n\tfor range kind {\n${open}\n\t\tkept = append(kept, file)\n\t}\n\treturn use(kept)`,
    );
    expect(path).toEqual([
      ...opened,
      ["range kind", "when there is another element"],
      ["err != nil", "when `err != nil` holds"],
      left("return err"),
    ]);
  });

  test("past all cases of a switch", async () => {
    const path = await pathIn(
      `${open}\n\tswitch kind {\n\tcase 1:\n\t\treturn file.Close()\n\tcase 2:\n\t\treturn file.Close()\n\t}\n\treturn nil`,
    );
    expect(path).toEqual([...opened, ["kind", "in none of these cases"], left("return nil")]);
  });

  test("in a type switch", async () => {
    const path = await pathIn(
      `${open}\n\tswitch any.(type) {\n\tcase error:\n\t\treturn nil\n\t}\n\treturn file.Close()`,
    );
    expect(path).toEqual([...opened, ["error", "in this case"], left("return nil")]);
  });
});
