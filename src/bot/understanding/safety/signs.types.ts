/**
 * A sign of danger as a rule. Hits that are denied, past and recovered, supposed, figurative or other people's are taken
 * back by scope.veto (see emergency.ts), the same way for all signs.
 */
export interface Sign {
  /** Readable evidence, e.g. `safety.chest_pain`. */
  readonly id: string;
  readonly pattern: RegExp;
  /** What the bare sign weighs. */
  readonly tier: 'high' | 'low';
  /** What it weighs beside 有点, 偶尔 and the like; `none` where a mild form is an ordinary ailment. */
  readonly mild: 'high' | 'low' | 'none';
  /** Counts only when this stands somewhere in the message as well. */
  readonly needs?: RegExp;
  /** Raises a low sign to high when it stands somewhere in the message. */
  readonly raisedBy?: RegExp;
  /** Closed list of wordings in the same clause that make it no sign. */
  readonly unless?: RegExp;
  /** The same, anywhere in the message: 老人耳背，叫半天不答应. */
  readonly excused?: RegExp;
}

/** Signs that share a cheap test: when it fails, none of them is tried. */
export interface SignGroup {
  readonly trigger: RegExp;
  readonly signs: readonly Sign[];
}
