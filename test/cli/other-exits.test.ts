import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { GoProject } from "./go-project.js";

const writes = `package writes

import "os"

func Write(path string, texts []string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := f.Chmod(0o600); err != nil {
		return err
	}
	for _, text := range texts {
		if _, err := f.WriteString(text); err != nil {
			return err
		}
	}
	if err := f.Sync(); err != nil {
		return err
	}
	return f.Close()
}

func Forget(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	return nil
}
`;

let project: GoProject;

beforeAll(() => {
  project = new GoProject({ "writes/writes.go": writes });
});

afterAll(() => project.remove());

test("a finding names one return that leaves a resource behind, and notes the others where some path releases", async () => {
  const { stdout } = await project.run(["--format", "text", "--only", "unclosed-file"]);
  const notes = [...stdout.matchAll(/^ {2}= note: writes\/writes\.go:(\d+):\d+ {2}(.*)$/gm)];
  expect(notes.map(([, line, message]) => `${line} ${message}`)).toEqual([
    "15 the function returns here, too; nothing has closed it",
    "19 the function returns here, too; nothing has closed it",
    "21 closed here, on another path",
    "29 last use of f",
  ]);
});
