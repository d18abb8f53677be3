/**
 * What a kind of resource needs to be told from others: data, no code. Functions are named by import path and
 * name, `os.Open`, `archive/zip.OpenReader`.
 */
export interface ResourceProtocol {
  /** Functions that acquire, each with the places of the acquired values among its results. */
  readonly acquire: Readonly<Record<string, readonly number[]>>;
  /** Acquiring functions whose result offers no way to release it: `time.Tick` returns just the channel. */
  readonly unreleasable?: readonly string[];
  /** Methods that release. */
  readonly release: readonly string[];
  /** Methods that hand the resource itself out, so that somebody else may release it. */
  readonly handOut?: readonly string[];
  /** Fields that may be read without the value going anywhere. */
  readonly fields?: readonly string[];
}
