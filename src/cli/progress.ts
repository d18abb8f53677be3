const quietFor = 1000;
const interval = 100;

/** Shows on a terminal's standard error how far a run has come, once it takes over a second. */
export class Progress {
  readonly #enabled = process.stderr.isTTY;
  readonly #started = Date.now();
  #last = 0;
  #shown = false;

  update(done: number, total: number): void {
    const now = Date.now();
    if (!this.#enabled || now - this.#started < quietFor || now - this.#last < interval) return;
    this.#last = now;
    this.#shown = true;
    process.stderr.write(`\r\u001B[Kleakcheck: ${done} of ${total} files`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#shown) process.stderr.write("\r\u001B[K");
    this.#shown = false;
  }
}
