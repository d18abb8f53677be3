/** What acquiring and releasing is called: "opens", "opened", "closed", "close". */
export interface ResourceWords {
  readonly acquires: string;
  readonly acquired: string;
  readonly released: string;
  readonly release: string;
}
