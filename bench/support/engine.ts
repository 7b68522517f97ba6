import { systemClock } from '../../src/app/clocks.ts';
import { readHospital } from '../../src/app/hospital.ts';
import { newContact, newRecord } from '../../src/bot/turn/new-record.ts';
import { runTurn } from '../../src/bot/turn/run-turn.ts';
import { DAY } from '../../src/domain/clock.ts';
import type { LoadedConversation, TurnCommit } from '../../src/store/store.ts';
import { SURVEY } from './requests.ts';

const ADDRESS = '+8613900000000';
const WHO = {
  channel: 'sms',
  address: ADDRESS,
  language: 'zh-CN',
  stay: {
    stayId: 's',
    patientId: 'p',
    patientName: '王建国',
    gender: 'male',
    department: '骨科',
    dischargedOn: '2026-11-12',
    minor: false,
  },
  relation: null,
} as const;

function after(loaded: LoadedConversation, commit: TurnCommit): LoadedConversation {
  return { record: commit.record, contact: commit.contact ?? loaded.contact, unread: [] };
}

/** Turns a second of the pure engine in this process: understanding, machine, effects, wording; nothing stored. */
export function engineTurnsPerSecond(milliseconds: number): number {
  const { kit } = readHospital('flows.config.json');
  let ids = 0;
  const newId = () => String((ids += 1));
  let turns = 0;
  const began = performance.now();
  while (performance.now() - began < milliseconds) {
    const at = systemClock.now() - DAY;
    const id = newId();
    let loaded: LoadedConversation = {
      record: newRecord(kit.flows.followup, { ...WHO, id }, at),
      contact: newContact('sms', ADDRESS),
      unread: [],
    };
    loaded = after(loaded, runTurn({ kit, loaded, trigger: { type: 'open' }, at, newId }));
    for (const [index, text] of SURVEY.entries()) {
      const message = {
        channel: 'sms' as const,
        address: ADDRESS,
        externalId: `${id}-${String(index)}`,
        text,
        receivedAt: at,
      };
      loaded = after(loaded, runTurn({ kit, loaded, trigger: { type: 'texts', message }, at, newId }));
      turns += 1;
    }
    if (loaded.record.outcome !== 'completed') throw new Error('the survey did not run to its end');
  }
  return turns / ((performance.now() - began) / 1000);
}
