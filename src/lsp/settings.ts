/** What a client may say in `initializationOptions`. */
export interface Settings {
  /** Whether the workspace is trusted: only then do configs and plugins in JavaScript run. */
  readonly trusted: boolean;
  /** Milliseconds that nobody types before a file is linted. */
  readonly debounce: number;
}

const defaults: Settings = { trusted: false, debounce: 50 };

/** Reads the settings of a client; what is missing or makes no sense is as by default. */
export function readSettings(options: unknown): Settings {
  if (typeof options !== "object" || options === null) return defaults;
  const { trusted, debounce } = options as Record<string, unknown>;
  const isDelay = typeof debounce === "number" && debounce >= 0 && debounce <= 10_000;
  return { trusted: trusted === true, debounce: isDelay ? debounce : defaults.debounce };
}
