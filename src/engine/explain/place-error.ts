/** A place of which nothing can be told: it is not there, or cannot be read. The message says what to do. */
export class PlaceError extends Error {
  override readonly name = "PlaceError";
}
