/** The service's vocabulary in words for people: table → value → [中文, English]; without English the value itself is it. */
export declare const VALUES: Readonly<
  Record<string, Readonly<Record<string, readonly [chinese: string, english?: string]>>>
>;
