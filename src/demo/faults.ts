/** What can be wrong with a simulated handset: a text never arrives, the number does not exist, its owner told the carrier STOP. */
export const HANDSET_FAULTS = ['lost', 'unreachable', 'opted_out'] as const;
export type HandsetFault = (typeof HANDSET_FAULTS)[number];

/** Handsets that are broken, so that failures of delivery can be seen. Forgotten when the service stops. */
export class HandsetFaults {
  readonly #faults = new Map<string, HandsetFault>();

  of(address: string): HandsetFault | undefined {
    return this.#faults.get(address);
  }

  set(address: string, fault: HandsetFault | null): void {
    if (fault === null) this.#faults.delete(address);
    else this.#faults.set(address, fault);
  }
}
