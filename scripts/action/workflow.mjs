// What steps of a workflow on GitHub say to their runner.
import { randomUUID } from "node:crypto";
import { appendFileSync, writeSync } from "node:fs";

/** Sets the step's outputs. */
export function setOutputs(outputs, env = process.env) {
  for (const [name, value] of Object.entries(outputs)) {
    const end = randomUUID();
    appendFileSync(env.GITHUB_OUTPUT, `${name}<<${end}\n${value}\n${end}\n`);
  }
}

/** Shows a message with the job: `error`, `warning` or `notice`. */
export function annotate(level, message) {
  const data = message.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  write(`::${level} title=leakcheck::${data}\n`);
}

/** Calls back while nothing that is printed counts as a command to the runner: text from Go files may look like one. */
export function withoutCommands(callback) {
  const token = randomUUID();
  write(`::stop-commands::${token}\n`);
  try {
    return callback();
  } finally {
    write(`::${token}::\n`);
  }
}

/** Writes at once, so that the order holds whatever other processes write. */
export function write(text) {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length;) {
    try {
      done += writeSync(1, bytes, done);
    } catch (error) {
      // A full pipe: its reader is slow.
      if (error.code !== "EAGAIN") throw error;
    }
  }
}
