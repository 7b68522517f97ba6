/**
 * The stand-in as its own process, for tests that kill the product:
 *   node --import tsx tests/support/twilio-stand-in/main.ts --port 4010 --app http://127.0.0.1:3000
 *     [--public-base URL] [--fault-rate 0.1] [--seed 7] [--latency 20] [--duplicate 0.2] [--drop 0] [--swap 0.2]
 *     [--fault '{"kind":"too_many","retryAfter":1}' …]
 * Prints JSON lines: first {"type":"ready","url":…}, then what happens. Further control by POST /_control/….
 */
import { parseArgs } from 'node:util';
import { startTwilioStandIn } from './server.ts';
import type { Fault } from './types.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    app: { type: 'string' },
    'public-base': { type: 'string' },
    'fault-rate': { type: 'string', default: '0' },
    fault: { type: 'string', multiple: true, default: [] },
    seed: { type: 'string', default: '1' },
    latency: { type: 'string', default: '0' },
    duplicate: { type: 'string', default: '0' },
    drop: { type: 'string', default: '0' },
    swap: { type: 'string', default: '0' },
  },
});

const print = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

const standIn = await startTwilioStandIn({
  port: Number(values.port),
  faultRate: Number(values['fault-rate']),
  faults: values.fault.map((fault) => JSON.parse(fault) as Fault),
  seed: Number(values.seed),
  latencyMs: Number(values.latency),
  callbacks: { duplicate: Number(values.duplicate), drop: Number(values.drop), swap: Number(values.swap) },
  ...(values.app === undefined ? {} : { appUrl: values.app }),
  ...(values['public-base'] === undefined ? {} : { publicBaseUrl: values['public-base'] }),
  onEvent: print,
});
print({ type: 'ready', url: standIn.url, accountSid: standIn.accountSid, number: standIn.number });

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void standIn.close().then(() => process.exit(0));
  });
}
