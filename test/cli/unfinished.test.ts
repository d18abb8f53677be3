import { expect, test } from "@jest/globals";
import { GoProject } from "./go-project.js";

const flags = Array.from({ length: 40 }, (_, index) => `b${index}`);

/** Every path through the branches is another one, as each flag is asked three times. */
const branches = [1, 2, 3].flatMap(() => flags.map((flag) => `\tif ${flag} {\n\t\tf.Name()\n\t}\n`)).join("");

const source = `package many

import "os"

func many(path string, ${flags.join(", ")} bool) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
${branches}	return f.Close()
}
`;

test("a function with more paths than are followed is named", async () => {
  await expectNotice(source, 6);
});

test("so is one that hands what it acquires down a line of more functions than are followed", async () => {
  const line = Array.from(
    { length: 1000 },
    (_, index) => `func f${index}(f *os.File) {\n\tf${index + 1}(f)\n}\n`,
  );
  const last = `func f${line.length}(f *os.File) {\n\tf.Name()\n}\n`;
  const text = `package many

import "os"

func many(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	f0(f)
	return nil
}

${line.join("\n")}${last}`;
  await expectNotice(text, 6);
});

/** Expects nothing but a notice about what is acquired in a line. */
async function expectNotice(text: string, line: number): Promise<void> {
  const project = new GoProject({ "many.go": text });
  const { stdout, stderr, exitCode } = await project.run(["--format", "compact"]);
  expect(stdout).toBe("");
  expect(stderr).toContain(
    `many.go:${line}:12: rule unclosed-file: os.Open is followed by more paths than are looked at`,
  );
  expect(stderr).not.toContain("crashed");
  expect(exitCode).toBe(0);
  project.remove();
}
