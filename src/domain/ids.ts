/** New ids come in as an argument, so that a replay gives the same ones. */
export interface IdSource {
  /** A new id, unique, roughly ordered by time, safe in URLs. */
  next(): string;
}
