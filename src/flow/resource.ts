/**
 * What a kind of resource needs to be told from others: data, no code. Functions and methods are named in full:
 * `os.Open`, `archive/zip.OpenReader`, `net/http.(*Client).Do`.
 */
export interface ResourceProtocol {
  /** Functions and methods that acquire, each with the places of the acquired values among its results. */
  readonly acquire: Readonly<Record<string, readonly number[]>>;
  /** Fields that hold a channel on which the resource sends. Whoever gets the channel goes on using the resource. */
  readonly channels?: readonly string[];
  /** Acquiring functions that return only such a channel, and so no way to release: `time.Tick`. */
  readonly unreleasable?: readonly string[];
  /**
   * Methods that release, the one to advise first. Where it is a field of the value that has to be released, the
   * field comes before the method: `Body.Close`.
   */
  readonly release: readonly string[];
  /** Fields that may be taken out and used at will, as they neither hold nor release the resource. */
  readonly details?: readonly string[];
  /** Methods that hand the resource itself out, so that somebody else may release it. */
  readonly handOut?: readonly string[];
}
