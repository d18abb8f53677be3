/** Where a value is in a call: the n-th result, the receiver, or the n-th argument. All count from 0. */
export type Position = number | "receiver" | `argument ${number}`;

/**
 * A kind of resource: what acquires it and what releases it. Functions and methods are named in full, as
 * `FileSemantics.calleeName` gives them: `os.Open`, `net/http.(*Client).Do`, `io/fs.(FS).Open`. A method goes by the
 * type that declares it, be it an embedded one (`net.(*conn).File`).
 */
export interface ResourceFacts {
  /** What a message calls it: "file", "response", "ticker". */
  readonly noun: string;
  /** Functions and methods that acquire, with the places where a call of them leaves what it acquired. */
  readonly acquire: Readonly<Record<string, readonly Position[]>>;
  readonly release: Release;
  /** Fields that may be read freely: what they hold neither holds nor releases the resource. */
  readonly details?: readonly string[];
  /** Fields that are channels the resource sends on. Whoever gets the channel goes on using the resource. */
  readonly channels?: readonly string[];
  /** Those of `acquire` that give no way to release: `time.Tick`. */
  readonly unreleasable?: readonly string[];
  /** Methods and fields that hand the resource itself out, so that somebody else may release it. */
  readonly handOut?: readonly string[];
  /** Methods that release it at the moment when they report that nothing is left: `Next` of `sql.Rows`. */
  readonly drain?: readonly string[];
  /** Methods, named in full, whose error says that it is released: `Scan` of pgx closes the rows with its error. */
  readonly endedByFailing?: readonly string[];
  /** Methods by which one that is over begins anew: `Reset` of `time.Timer`. */
  readonly restarts?: readonly string[];
  /**
   * Those of `acquire` whose value ends together with another one, with the place of that other in the call: the
   * statement of a transaction with the transaction, a transaction with its context. Nothing leaks where the other
   * one is released.
   */
  readonly boundTo?: Readonly<Record<string, Position>>;
  /**
   * Those of `acquire` whose value is released when another one is, which may live far longer, with the place of that other in
   * the call: a prepared statement with its database. Nothing leaks where the function itself releases the other one.
   */
  readonly releasedWith?: Readonly<Record<string, Position>>;
  /**
   * Those of `acquire` that acquire from something which may have everything in memory, with the place of that in the call. Where it
   * is not known to lead to the disk (`diskFileSystems`), nothing is known to be held.
   */
  readonly acquiredFrom?: Readonly<Record<string, Position>>;
  /** Methods by which the other one of `boundTo` ends, where the call shows no more of it than a method of its own. */
  readonly boundUntil?: readonly string[];
  /** Fields that tell, by having one of some values, that there is nothing to release. */
  readonly emptyWhen?: Readonly<Record<string, readonly bigint[]>>;
  /**
   * The result beside it that shows when it has come to its end by itself, and the method whose channel is closed then: a
   * context that is done has nothing left to cancel.
   */
  readonly endsWith?: {
    readonly result: number;
    readonly method: string;
    /** The method, in full, that has an error to tell from then on: `context.(Context).Err`. */
    readonly error: string;
  };
  /** Those of `acquire` whose value ends with a client of which it is made at the latest, with the place of that in the call. */
  readonly madeOf?: Readonly<Record<string, Position>>;
  /** Those of `acquire` whose value comes to its end at a time that they are given. */
  readonly timed?: readonly string[];
  /** Those of `acquire` whose value nothing holds but a context that may be done, with the place of that in the call. */
  readonly heldBy?: Readonly<Record<string, Position>>;
  /** Those of `acquire` whose value is meant to be there as long as the process, as a rule. */
  readonly lifelong?: readonly string[];
  /**
   * What becomes of it when the process ends unless the system takes it back, so that not even `main` may leave it
   * unreleased. "lost": what it has not yet written is gone. "stays": it outlives the process.
   */
  readonly atExit?: "lost" | "stays";
  /** What is wrong in the end where it is not released, if more than that it is held: "what it writes lacks its end". */
  readonly loss?: string;
  /** Holds nothing but what it has not yet written, so that a function that fails may give it up. */
  readonly abandonable?: boolean;
  /** Holds nothing as long as it has no stream to read or write: it is given nil, or `io.Discard`. */
  readonly idleWithoutStream?: boolean;
  /**
   * Why a loop may as well keep one for each turn until the function returns. "cheap": it is a little memory. "active": it
   * does something by itself for as long as it is there (listens, runs, delivers, keeps a name), which the function may need.
   */
  readonly keepable?: "cheap" | "active";
  /**
   * Opened once and kept for as long as the process runs, as a rule: where starting fails after that, the process ends, and
   * a goroutine that works with it is not meant to end.
   */
  readonly lasting?: boolean;
  /** Functions and methods that take over what they are given: releasing it is no longer the caller's. */
  readonly takers?: readonly string[];
  /**
   * Functions that are meant to be called once it has been released, as they move or remove what it leaves behind, or read it
   * anew: `os.Rename`.
   */
  readonly releasedBefore?: readonly string[];
  /** Functions and methods that use what they are given and leave it to the caller. */
  readonly borrowers?: readonly string[];
}

/** Ways to release a resource; one of them is enough. */
export interface Release {
  /** Methods of the value or of a part of it, the one to advise first: "Close", "Body.Close". */
  readonly methods?: readonly string[];
  /** The method to advise wants a context: `tx.Rollback(ctx)`. Without this it takes no arguments. */
  readonly wantsContext?: boolean;
  /** Functions that release their first argument, or methods that release it or their receiver: `os/signal.Stop`. */
  readonly functions?: readonly string[];
  /** How to write the release where it takes more than the variable, which stands as `{}`: `os.Remove({}.Name())`. */
  readonly written?: string;
  /** The value is a function, and calling it releases: `context.CancelFunc`. */
  readonly call?: boolean;
  /**
   * Whether a release at the end of the function that acquires can do no harm where it is not needed any longer: a second one
   * does nothing, and nothing outside of the program comes of it but that the resource is free.
   */
  readonly deferrable?: boolean;
  /**
   * Having received from one of these fields, or from what a method returns, means that there is nothing left to release:
   * "C" of `time.Timer`, "Done()".
   */
  readonly receive?: readonly string[];
}
