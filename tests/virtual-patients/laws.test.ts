import { expect, test } from 'vitest';
import { readHospital } from '../../src/app/hospital.ts';
import { checkDialogue } from '../../src/evaluate/check.ts';
import { parseDialogue } from '../../src/evaluate/dialogue.ts';
import { Player } from '../../src/evaluate/play.ts';
import { openSqliteStore } from '../../src/store/sqlite/index.ts';
import { Clinic } from './clinic.ts';
import { DOCTORED, FAULTS } from './faults.ts';
import { LAWS } from './laws/index.ts';
import { reportOf } from './report.ts';
import { playRound } from './round.ts';

const { kit } = readHospital('flows.config.json');
/** What CI plays; npm run virtual-patients plays more, with other seeds. */
const [COUNT, SEED] = [5_000, 20_261_122];

test('5,000 virtual patients see every law kept', async () => {
  const findings = await playRound({ count: COUNT, seed: SEED, kit });
  expect(reportOf(findings, SEED)).toBe(`5000 virtual patients, seed ${String(SEED)}: every law holds\n`);
}, 600_000);

test.each(Object.entries(FAULTS))(
  'a planted fault is caught: %s',
  async (law, fault) => {
    const { failures } = await playRound({ count: 400, seed: SEED, kit: fault(kit), rules: kit, until: law });
    const found = failures.find((failure) => failure.law === law);
    expect(found?.dialogue.turns.length).toBeLessThanOrEqual(6);
  },
  120_000,
);

test('what is printed is a dialogue file: replayed on the same fault, it does not come out as it must', async () => {
  const faulty = FAULTS['silent-after-opt-out']?.(kit) ?? kit;
  const findings = await playRound({ count: 400, seed: SEED, kit: faulty, rules: kit, until: 'silent-after-opt-out' });
  const line =
    reportOf(findings, SEED)
      .split('\n')
      .find((one) => one.startsWith('{')) ?? '';
  const dialogue = parseDialogue(line, 'printed');
  const faultsOn = async (played: typeof kit) => {
    const store = await openSqliteStore({ file: ':memory:', zone: kit.settings.zone });
    const { got } = await new Player(dialogue, played, store).play();
    await store.close();
    return checkDialogue(dialogue.expect, got);
  };
  expect(await faultsOn(faulty)).not.toEqual([]);
  expect(await faultsOn(kit)).toEqual([]);
  expect(dialogue.turns.length).toBeLessThanOrEqual(2);
}, 60_000);

/** Somebody is taken over by staff in the middle of the questions, and handed back. */
const TAKEN_OVER = parseDialogue(
  JSON.stringify({
    id: 'taken-over',
    flow: 'followup',
    now: '2026-11-18T10:00:00+08:00',
    patient: { name: '王建国', phone: '+8613800000001', department: '骨科', dischargedOn: '2026-11-12' },
    turns: ['方便', { staff: 'claim' }, '满意', { staff: 'handBack' }, '满意'],
    expect: {},
  }),
  'here',
);

test.each(Object.entries(DOCTORED))('a commit that a faulty turn would leave is caught: %s', async (name, doctored) => {
  const clinic = await Clinic.open(kit);
  const trace = await clinic.trace(TAKEN_OVER);
  await clinic.close();
  const law = LAWS.find((one) => one.name === name);
  expect(law?.check(trace)).toEqual([]);
  expect(law?.check({ ...trace, steps: trace.steps.map(doctored) })).not.toEqual([]);
});

test('every law has its planted fault', () => {
  expect([...Object.keys(FAULTS), ...Object.keys(DOCTORED)].sort()).toEqual(LAWS.map(({ name }) => name).sort());
});
