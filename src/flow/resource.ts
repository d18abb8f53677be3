/**
 * What a kind of resource needs to be told from others: data, no code. Functions are named by import path and
 * name, `os.Open`, `archive/zip.OpenReader`.
 */
export interface ResourceProtocol {
  /** Functions that acquire, each with the places of the acquired values among its results. */
  readonly acquire: Readonly<Record<string, readonly number[]>>;
  /** Fields that hold a channel on which the resource sends. Whoever gets the channel goes on using the resource. */
  readonly channels?: readonly string[];
  /** Acquiring functions that return only such a channel, and so no way to release: `time.Tick`. */
  readonly unreleasable?: readonly string[];
  /** Methods that release. */
  readonly release: readonly string[];
  /** Methods that hand the resource itself out, so that somebody else may release it. */
  readonly handOut?: readonly string[];
}
