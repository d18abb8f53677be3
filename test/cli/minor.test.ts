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
