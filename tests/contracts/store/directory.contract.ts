import { describe, expect } from 'vitest';
import type { StayRow } from '../../../src/store/store.ts';
import { withStore } from './harness.ts';
import type { StoreFactory } from './suite.ts';
import { address, stayFacts, stayRow, T0 } from './turns.ts';

/** Another stay of the patient of stay `n`. */
function later(n: number, stayId: string, dischargedOn: string, change: Partial<StayRow> = {}): StayRow {
  return stayRow(n, { facts: { ...stayFacts(n), stayId, dischargedOn }, ...change });
}

/** Imports: duplicates, readmissions, deaths. */
export function directoryContract(name: string, factory: StoreFactory): void {
  const test = withStore(factory);

  describe(`${name}: directory`, () => {
    test('stays are added once: importing them again changes nothing', async (store) => {
      const rows = [1, 2, 3].map((n) => stayRow(n));
      expect(await store.directory.addStays(rows, T0)).toEqual({ added: 3 });
      const changed = rows.map((row) => ({
        ...row,
        facts: { ...row.facts, stayId: `${row.facts.stayId}-again` },
        address: '+8613900000000',
      }));
      expect(await store.directory.addStays([...changed, stayRow(4)], T0 + 5)).toEqual({ added: 1 });
      expect((await store.campaign.due(T0, 10)).map(({ stay }) => stay)).toEqual([...rows, stayRow(4)]);
    });

    test('what is known of record numbers', async (store) => {
      await store.directory.addStays([stayRow(1), later(1, 'stay-1b', '2026-02-01'), stayRow(2)], T0);
      await store.directory.markDeceased(['R2', 'R3'], T0);
      const known = await store.directory.findPatients(['R1', 'R2', 'R3', 'R4']);
      expect([...known.keys()]).toEqual(['R1', 'R2', 'R3']);
      expect(known.get('R1')).toEqual({
        patientId: 'patient-1',
        name: '王小明',
        deceased: false,
        dischargedOn: ['2026-02-01', '2026-03-07'],
      });
      expect(known.get('R2')).toMatchObject({ deceased: true });
      expect(known.get('R3')).toMatchObject({ deceased: true, dischargedOn: [] });
    });

    test('a readmission cancels the earlier planned stay, in whichever order they come', async (store) => {
      await store.directory.addStays([stayRow(1), later(2, 'stay-2b', '2026-03-08')], T0);
      await store.directory.addStays([later(1, 'stay-1b', '2026-03-08'), stayRow(2)], T0);
      expect((await store.campaign.due(T0, 10)).map(({ stay }) => stay.facts.stayId)).toEqual(['stay-2b', 'stay-1b']);
      expect(await store.campaign.counts()).toEqual({ planned: 2, 'cancelled.readmitted': 2 });
    });

    test('a stay that is no longer planned is not touched by a readmission', async (store) => {
      await store.directory.addStays([stayRow(1)], T0);
      await store.campaign.cancel('stay-1', 'opted_out');
      await store.directory.addStays([later(1, 'stay-1b', '2026-03-08')], T0);
      expect(await store.campaign.counts()).toEqual({ planned: 1, 'cancelled.opted_out': 1 });
    });

    test('a stay without a follow-up is stored as it is', async (store) => {
      const died = stayRow(1, {
        followUp: 'cancelled',
        cancelReason: 'deceased',
        followUpAt: null,
        flags: ['department_unknown'],
      });
      expect(await store.directory.addStays([died], T0)).toEqual({ added: 1 });
      expect(await store.campaign.due(T0 + 1e12, 10)).toEqual([]);
      expect(await store.campaign.counts()).toEqual({ 'cancelled.deceased': 1 });
    });

    test('a death cancels what is planned, for stays that come later too', async (store) => {
      await store.directory.addStays([stayRow(1), stayRow(2)], T0);
      await store.directory.markDeceased(['R1', 'R9'], T0);
      await store.directory.addStays([stayRow(9), later(1, 'stay-1b', '2026-04-01')], T0);
      expect((await store.campaign.due(T0, 10)).map(({ stay }) => stay.facts.stayId)).toEqual(['stay-2']);
      expect((await store.directory.findPatients(['R9'])).get('R9')).toMatchObject({
        patientId: 'patient-9',
        name: '王小明',
        deceased: true,
      });
    });

    test('a record number keeps the patient it was given first', async (store) => {
      await store.directory.addStays([stayRow(1)], T0);
      await store.directory.addStays(
        [
          later(1, 'stay-1b', '2026-03-08', {
            facts: { ...stayFacts(1), patientId: 'other', stayId: 'stay-1b', dischargedOn: '2026-03-08' },
          }),
        ],
        T0,
      );
      expect((await store.campaign.due(T0, 10)).map(({ stay }) => stay.facts.patientId)).toEqual(['patient-1']);
    });

    test('who works where is known from the stays, each once, whatever becomes of the follow-up', async (store) => {
      expect(await store.directory.staff()).toEqual([]);
      const of = (n: number, doctor: string | undefined, nurse: string, department: string) => {
        const { doctor: _, ...facts } = stayFacts(n);
        return stayRow(n, { facts: { ...facts, ...(doctor === undefined ? {} : { doctor }), nurse, department } });
      };
      const cancelled = {
        ...of(3, undefined, '李小琴', '普外科'),
        followUp: 'cancelled',
        cancelReason: 'transferred',
      } as const;
      const rows = [of(1, '梁宏伟', '李小琴', '骨科'), of(2, '梁宏伟', '张晓兰', '骨科'), cancelled];
      await store.directory.addStays(rows, T0);
      await store.directory.addStays(rows, T0);
      const staff = await store.directory.staff();
      expect(staff).toHaveLength(4);
      expect(staff).toEqual(
        expect.arrayContaining([
          { name: '梁宏伟', role: 'doctor', department: '骨科' },
          { name: '李小琴', role: 'nurse', department: '骨科' },
          { name: '张晓兰', role: 'nurse', department: '骨科' },
          { name: '李小琴', role: 'nurse', department: '普外科' },
        ]),
      );
    });

    test('a stay is found by its id, and with the others of its address, the latest first', async (store) => {
      const [first, other] = [stayRow(1), stayRow(2, { address: address(1) })];
      const again = stayRow(3, { address: address(1), facts: { ...stayFacts(3), dischargedOn: '2026-03-09' } });
      await store.directory.addStays([first, other, again, stayRow(4)], T0);
      expect(await store.directory.stay('stay-1')).toEqual(first);
      expect(await store.directory.stay('stay-9')).toBeUndefined();
      const ids = (await store.directory.staysOf('sms', address(1))).map(({ facts }) => facts.stayId);
      expect(ids).toEqual(['stay-3', 'stay-2', 'stay-1']);
      expect(await store.directory.staysOf('telegram', address(1))).toEqual([]);
    });

    test('one bad row refuses its import whole', async (store) => {
      const clash = stayRow(2, { facts: { ...stayFacts(2), stayId: 'stay-1' } });
      await expect(store.directory.addStays([stayRow(1), clash], T0)).rejects.toThrow();
      expect(await store.campaign.counts()).toEqual({});
      expect(await store.directory.staff()).toEqual([]);
      expect(await store.directory.addStays([stayRow(1)], T0)).toEqual({ added: 1 });
    });
  });
}
