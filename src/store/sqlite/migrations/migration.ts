/** One step of the schema. A released one is never edited: what changes later is a new step. */
export interface Migration {
  /** 1, 2, 3 …: `user_version` of the file once it is applied. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
