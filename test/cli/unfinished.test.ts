import { afterAll, beforeAll, expect, test } from "@jest/globals";
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

let project: GoProject;

beforeAll(() => {
  project = new GoProject({ "many.go": source });
});

afterAll(() => project.remove());

test("a function with more paths than are followed is named", async () => {
  const { stdout, stderr, exitCode } = await project.run(["--format", "compact"]);
  expect(stdout).toBe("");
  expect(stderr).toContain(
    "many.go:6:12: rule unclosed-file: os.Open is followed by more paths than are looked at",
  );
  expect(exitCode).toBe(0);
});
