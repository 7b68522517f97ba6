// Opens the store named on the command line and commits turns as fast as it can, printing the number of each that is stored.
import { openSqliteStore } from '../../../src/store/sqlite/index.ts';
import { begin, nextTurn, T0, timer, ZONE } from '../../contracts/store/turns.ts';

const [file = ''] = process.argv.slice(2);
const store = await openSqliteStore({ file, zone: ZONE });
process.stdout.write('open\n');

async function talk(who: number): Promise<void> {
  let record = await begin(store, who);
  for (let count = 1; ; count++) {
    const at = T0 + count * 1000;
    const turn = nextTurn(
      record,
      { in: [`word ${String(count)}`], out: [`answer ${String(count)}`] },
      {
        at,
        dedupe: [`sms:${String(who)}:${String(count)}`],
        timers: [timer(record.id, 'reminder', at + 86_400_000, count)],
        tallies: ['turn'],
      },
    );
    if ((await store.turns.commit(turn)) !== 'committed') throw new Error('not committed');
    record = turn.record;
    process.stdout.write(`${String(who)} ${String(count)}\n`);
  }
}

async function send(): Promise<void> {
  for (;;) {
    const lines = await store.outbox.claim(T0 + 1e9, 20, 1000);
    await Promise.all(
      lines.map((line) =>
        store.outbox.settle(line.id, { type: 'done', delivery: 'accepted', providerId: `SM${line.id}` }, T0),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

await Promise.all([...Array.from({ length: 16 }, (_, who) => talk(who)), send()]);
