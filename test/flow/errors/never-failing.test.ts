import { describe, expect, test } from "@jest/globals";
import { rules } from "../../../rules/index.js";
import { lintMemory } from "../../engine/lint-memory.js";

/** Opens a file, and leaves it open if what is asked of another package fails. */
const opens = `package opens

import (
	"os"

	"example.com/w/other"
)

func Open(path string, c other.Checker) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if err := other.Check(path); err != nil {
		return nil, err
	}
	return f, nil
}
`;

async function found(files: Readonly<Record<string, string>>): Promise<number> {
  const contents = Object.entries({ "opens/opens.go": opens, ...files }).map(([path, text]) => [
    `/w/${path}`,
    text,
  ]);
  const { diagnostics, notices } = await lintMemory(
    { files: Object.fromEntries(contents) as Record<string, string> },
    { rules, patterns: ["./opens"] },
  );
  expect(notices).toEqual([]);
  return diagnostics.filter(({ rule }) => rule === "unclosed-file").length;
}

function other(body: string, more = ""): string {
  return `package other

import "errors"

var Empty = errors.New("empty")

type Checker interface{ Check(path string) error }

func Check(path string) error {
${body}
}
${more}`;
}

describe("an error of a function in another package of the module", () => {
  test("is none where each return gives nil", async () => {
    expect(await found({ "other/o.go": other("\treturn nil") })).toBe(0);
  });

  test("is none where it is that of a function which never fails, further on", async () => {
    const body =
      "\tif err := check(path); err != nil {\n\t\treturn errors.Join(Empty, err)\n\t}\n\treturn nil";
    const more = "\nfunc check(path string) (err error) {\n\treturn\n}\n";
    expect(await found({ "other/o.go": other(body, more) })).toBe(0);
  });

  test("counts where a return gives one", async () => {
    const body = '\tif path == "" {\n\t\treturn Empty\n\t}\n\treturn nil';
    expect(await found({ "other/o.go": other(body) })).toBe(1);
  });

  test("counts where a function out of sight may give one", async () => {
    const body = "\treturn sight.Out(path)";
    const text = other(body).replace('import "errors"', 'import (\n\t"errors"\n\n\t"example.org/sight"\n)');
    expect(await found({ "other/o.go": text })).toBe(1);
  });

  test("counts where an interface stands between, behind which there may be anything", async () => {
    const called = opens.replace("other.Check(path)", "c.Check(path)");
    const more = "\ntype never struct{}\n\nfunc (never) Check(string) error { return nil }\n";
    expect(await found({ "opens/opens.go": called, "other/o.go": other("\treturn nil", more) })).toBe(1);
  });
});

describe("an error of a function with build variants", () => {
  const caller = opens
    .replace('\n\t"example.com/w/other"\n', "")
    .replace(", c other.Checker", "")
    .replace("other.Check", "check");
  const nothing = "package opens\n\nfunc check(string) error { return nil }\n";
  const checks =
    'package opens\n\nimport "errors"\n\nfunc check(path string) error { return errors.New(path) }\n';

  test("is none where none of them fails", async () => {
    const files = { "opens/check_linux.go": nothing, "opens/check_windows.go": nothing };
    expect(await found({ "opens/opens.go": caller, ...files })).toBe(0);
  });

  test("counts where one may fail", async () => {
    const files = { "opens/check_linux.go": nothing, "opens/check_windows.go": checks };
    expect(await found({ "opens/opens.go": caller, ...files })).toBe(1);
  });
});
