// The inputs of action.yml, which come as environment variables: text that nobody has looked at yet.

/** An input that cannot be used. */
export class InputError extends Error {}

/** Reads and checks the inputs. Throws `InputError`. */
export function readInputs(env) {
  const text = (name) => (env[`LEAKCHECK_${name.toUpperCase().replaceAll("-", "_")}`] ?? "").trim();
  const lines = (name) =>
    text(name)
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== "");
  const oneOf = (name, choices) => {
    const value = text(name) || choices[0];
    if (choices.includes(value)) return value;
    throw new InputError(`The input ${name} must be one of ${choices.join(", ")}, not "${value}".`);
  };
  const version = text("version");
  if (!/^(?:[0-9A-Za-z][\w.+-]*)?$/.test(version))
    throw new InputError(
      `The input version must be a version or a tag of the npm package, not "${version}".`,
    );
  return {
    version,
    workingDirectory: text("working-directory"),
    paths: lines("paths"),
    preset: text("preset"),
    config: text("config"),
    args: lines("args"),
    onlyNew: oneOf("only-new", ["false", "true"]) === "true",
    failLevel: oneOf("fail-level", ["warning", "info", "error", "never"]),
    upload: oneOf("upload", ["auto", "true", "false"]),
  };
}
