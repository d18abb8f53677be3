import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { GoProject } from "./go-project.js";

/** A server: what its functions do, they do often. */
const defers = `package server

import (
	"net"
	"net/http"
	"os"
)

func all(w http.ResponseWriter, paths []string) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return
		}
		defer f.Close() // held
	}
}

func one(paths []string, use func(*os.File)) {
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		defer f.Close() // leaves
		use(f)
		break
	}
}

func listen(addresses []string) {
	for _, address := range addresses {
		l, err := net.Listen("tcp", address)
		if err != nil {
			return
		}
		defer l.Close() // listens
	}
}

func two() {
	for range 2 {
		f, err := os.Open("f")
		if err != nil {
			return
		}
		defer f.Close() // few
	}
}

func say(words []string) {
	for _, word := range words {
		defer println(word) // nothing
	}
}
`;

const timers = `package server

import "time"

func consume(events <-chan string, handle func(string)) {
	for {
		select {
		case event := <-events:
			handle(event)
		case <-time.After(time.Minute): // abandoned
			return
		}
	}
}

func soon(events <-chan string, handle func(string)) {
	for {
		select {
		case event := <-events:
			handle(event)
		case <-time.After(time.Millisecond): // soon
			return
		}
	}
}

func woken(wake <-chan struct{}, work func()) {
	for {
		select {
		case <-wake:
		case <-time.After(time.Minute): // woken
		}
		work()
	}
}

func asked(answers <-chan bool, work func()) {
	for {
		select {
		case stop := <-answers:
			if stop {
				return
			}
		case <-time.After(time.Minute): // asked
		}
		work()
	}
}

func alone(work func()) {
	for {
		<-time.After(time.Minute) // alone
		work()
	}
}
`;

let project: GoProject;

beforeAll(() => {
  project = new GoProject({ "defers.go": defers, "timers.go": timers });
});

afterAll(() => project.remove());

/** The comments on the lines of the findings. */
async function foundIn(file: string, text: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await project.run(["--format", "compact", "--go", "1.22", ...args, file]);
  const lines = text.split("\n");
  return [...stdout.matchAll(/^\w+\.go:(\d+):/gm)].map(
    ([, line]) => lines[Number(line) - 1]?.split("// ")[1] ?? "",
  );
}

test("defers in loops that hold little, or for a short time, are for the strict preset", async () => {
  const args = ["--only", "defer-in-loop"];
  expect(await foundIn("defers.go", defers, ...args)).toEqual(["held"]);
  expect(await foundIn("defers.go", defers, "--preset", "strict", ...args)).toEqual([
    "held",
    "leaves",
    "listens",
    "few",
    "nothing",
  ]);
});

test("timers of which few wait at a time are for the strict preset", async () => {
  const args = ["--only", "time-after-in-loop"];
  expect(await foundIn("timers.go", timers, ...args)).toEqual(["abandoned"]);
  expect(await foundIn("timers.go", timers, "--preset", "strict", ...args)).toEqual([
    "abandoned",
    "soon",
    "woken",
    "asked",
    "alone",
  ]);
});
