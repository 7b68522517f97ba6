import type { Capabilities, Channel, ChannelHost, OutgoingMessage, ReceiptStatus, SendOutcome } from '../channel.ts';

/** What a simulated handset does wrong: the text is sent but never arrives, the number does not exist, or it said STOP. */
type HandsetFault = 'lost' | 'unreachable' | 'opted_out';

export interface SimulatorOptions {
  /** Milliseconds until a text counts as sent, and again until it counts as delivered. */
  readonly delayMs: number;
  /** Lets a test or the demo page break a handset. */
  readonly fault?: (address: string) => HandsetFault | undefined;
}

const CAPABILITIES: Capabilities = { twoWay: true, canInitiate: true, buttons: true, idempotent: true };

const REFUSALS: Readonly<Record<Exclude<HandsetFault, 'lost'>, SendOutcome>> = {
  unreachable: {
    kind: 'failed',
    class: 'permanent',
    code: 'unreachable',
    detail: '模拟手机：号码无法接通。',
    consequence: 'unreachable',
  },
  opted_out: {
    kind: 'failed',
    class: 'permanent',
    code: 'opted_out',
    detail: '模拟手机：对方已退订。',
    consequence: 'opted_out',
  },
};

/**
 * A carrier without a network, for demonstrations and trials. Sending one message twice is one message, because the
 * provider id follows from ours. It remembers nothing: the handset's view is the transcript.
 */
export function createSimulatorChannel(options: SimulatorOptions): Channel {
  const waiting = new Set<NodeJS.Timeout>();
  let host: ChannelHost | undefined;

  function reportLater(message: OutgoingMessage, providerId: string, status: ReceiptStatus, delay: number): void {
    const timer = setTimeout(() => {
      waiting.delete(timer);
      // A receipt that cannot be stored only leaves the message at its earlier state, as with a real carrier.
      host?.receipt({ id: message.id, providerId, status, at: host.now() }).catch(() => undefined);
    }, delay);
    waiting.add(timer);
  }

  return {
    id: 'simulator',
    webhooks: [],
    capabilities: () => CAPABILITIES,
    send(message) {
      const fault = options.fault?.(message.address);
      if (fault === 'unreachable' || fault === 'opted_out') return Promise.resolve(REFUSALS[fault]);
      const providerId = `SIM-${message.id}`;
      reportLater(message, providerId, 'sent', options.delayMs);
      if (fault !== 'lost') reportLater(message, providerId, 'delivered', 2 * options.delayMs);
      return Promise.resolve({ kind: 'sent', providerId, status: 'accepted' });
    },
    start(given) {
      host = given;
      return Promise.resolve();
    },
    stop() {
      for (const timer of waiting) clearTimeout(timer);
      waiting.clear();
      host = undefined;
      return Promise.resolve();
    },
  };
}
