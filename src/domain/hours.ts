/** A clock span of the day, in minutes after local midnight; both ends belong to it (handbook section 2). */
export interface SendingHours {
  readonly from: number;
  readonly to: number;
}
