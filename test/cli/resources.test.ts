import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { GoProject } from "./go-project.js";

const config = `resources:
  - name: slot
    acquire: example.com/app/slots.(*Slots).Take
    release: Free
    borrows: example.com/app/slots.Log
`;

const files = {
  "slots/slots.go": `package slots

type Slots struct{ used int }

type Slot struct{ home *Slots }

func (s *Slots) Take() *Slot { return &Slot{s} }

func (s *Slot) Free() { s.home.used-- }

func Log(slot *Slot) {}

var kept []*Slot

func Keep(slot *Slot) { kept = append(kept, slot) }
`,
  "work/work.go": `package work

import "example.com/app/slots"

func forgets(s *slots.Slots) {
	slot := s.Take()
	slots.Log(slot)
}

func frees(s *slots.Slots) {
	slot := s.Take()
	defer slot.Free()
	slots.Log(slot)
}

func handsOver(s *slots.Slots) {
	slots.Keep(s.Take())
}
`,
};

/** What of a finding is looked at. */
interface Advised {
  readonly advice: string;
}

let project: GoProject;

beforeAll(() => {
  project = new GoProject({ ...files, ".leakcheckrc.yaml": config });
});

afterAll(() => project.remove());

describe("resources of the project's own", () => {
  test("are followed in every package", async () => {
    expect(await project.run(["--format", "compact"])).toMatchObject({
      exitCode: 1,
      stdout:
        "work/work.go:6:10: slot, the slot that s.Take acquires, is never released (unreleased-resource)\n",
    });
  });

  test("are not without the configuration that declares them", async () => {
    expect(await project.run(["--format", "compact", "--no-config"])).toMatchObject({
      exitCode: 0,
      stdout: "",
    });
  });

  test("are shown by config, each with its place", async () => {
    const { stdout } = await project.run(["config", "--json"]);
    expect(JSON.parse(stdout).resources).toEqual([
      {
        value: {
          name: "slot",
          acquire: "example.com/app/slots.(*Slots).Take",
          release: "Free",
          borrows: "example.com/app/slots.Log",
        },
        source: ".leakcheckrc.yaml:2",
      },
    ]);
  });

  test.each([
    ["example.com/app/slots.(*Slot).Free", "slot.Free()"],
    ["example.com/app/slots.(*Slots).Put", "s.Put(slot)"],
    ["example.com/app/slots.(*Registry).Put", "Put(slot)"],
    ["example.com/app/slots.Put", "slots.Put(slot)"],
  ])("that %s releases are to be given to it", async (release, call) => {
    const told = new GoProject({ ...files, ".leakcheckrc.yaml": config.replace("Free", release) });
    const { stdout } = await told.run(["--format", "json", "--only", "unreleased-resource"]);
    const { diagnostics }: { readonly diagnostics: readonly Advised[] } = JSON.parse(stdout);
    expect(diagnostics[0]?.advice).toContain(`Defer ${call} right after the call`);
    told.remove();
  });

  test("that are declared wrongly keep anything from being linted", async () => {
    const broken = new GoProject({ ...files, ".leakcheckrc.yaml": config.replace("release", "releases") });
    const { exitCode, stdout, stderr } = await broken.run([]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(
      '.leakcheckrc.yaml:4:5: resources[0]: unknown key "releases"; did you mean "release"?',
    );
    broken.remove();
  });
});
