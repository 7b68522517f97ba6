import type { z } from 'zod';
import { HuifangError } from '../../../domain/errors.ts';
import { BLANK_FORM, type RegisterForm } from '../../../domain/register.ts';
import { fromLocal } from '../../../domain/zoned-time.ts';
import type { RegisterFilter } from '../../../store/store.ts';
import type {
  DepartmentsWire,
  EntryContact,
  EntryCounts,
  EntryList,
  EntryView,
  StaffWire,
} from '../../wire/registers.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { RegisterApi } from './deps.ts';
import { entryView, entryWire } from './entry-view.ts';
import {
  entryEdit,
  entryFilter,
  entryLink,
  entryParams,
  entryQuery,
  entryStep,
  newEntry,
  withReason,
} from './shapes.ts';

/** The store's conditions for what was asked. */
export function filterOf(asked: z.output<typeof entryFilter>, today: string, zone: string): RegisterFilter {
  const yearStart = (year: number) => fromLocal({ year, month: 1, day: 1 }, 0, zone);
  const { kinds, status, department, category, overdue, text, year } = asked;
  return {
    kinds,
    statuses: status ?? null,
    department: department ?? null,
    category: category ?? null,
    overdueOn: overdue === undefined ? null : today,
    text: text ?? null,
    from: year === undefined ? null : yearStart(year),
    to: year === undefined ? null : yearStart(year + 1),
  };
}

const subjectOf = ({ kind, number }: z.output<typeof entryParams>) => `${kind}/${number}`;

/** What dialogs offer to choose from; it is about no patient. */
function choiceEndpoints(api: RegisterApi): readonly Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/registers/departments',
      permission: 'register.view',
      summary: 'Offices and departments that an entry can be given to.',
      handle: async (): Promise<DepartmentsWire> => ({
        departments: await api.departments(),
        headed: await api.headed(),
      }),
    }),
    endpoint({
      method: 'GET',
      path: '/api/registers/roster',
      permission: 'register.edit',
      summary: 'Doctors and nurses of the roster, to whom somebody named in a praise can be joined.',
      handle: (): Promise<StaffWire> => Promise.resolve({ staff: api.desk.roster }),
    }),
  ];
}

/** Lists, one entry, what is opened of it. */
export function readEndpoints(api: RegisterApi): readonly Endpoint[] {
  const { desk } = api;
  return [
    endpoint({
      method: 'GET',
      path: '/api/registers',
      permission: 'register.view',
      summary: 'Entries of the registers; department heads: of their department.',
      query: entryQuery,
      audit: () => ({ what: 'register.list', subject: 'registers' }),
      shown: ({ rows }: EntryList) => rows.map(({ kind, number }) => `${kind}/${number}`),
      handle: async ({ query, who }): Promise<EntryList> => {
        const today = desk.today();
        const { order, limit, after = null } = query;
        const filter = filterOf(query, today, api.zone());
        const { rows, next } = await desk.list({ filter, order, limit, after }, who);
        return { rows: rows.map((row) => entryWire(row, today)), next };
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/registers/counts',
      permission: 'register.view',
      summary: 'How many entries stand where, and how many are overdue.',
      query: entryFilter.pick({ kinds: true }),
      handle: ({ query, who }): Promise<EntryCounts> => desk.counts(query.kinds, who),
    }),
    ...choiceEndpoints(api),
    endpoint({
      method: 'GET',
      path: '/api/registers/:kind/:number',
      permission: 'register.view',
      summary: 'One entry with its history, attachments and what may be done next; names and numbers are masked.',
      params: entryParams,
      audit: ({ params }) => ({ what: 'register.view', subject: subjectOf(params) }),
      handle: async ({ params, who }): Promise<EntryView> => entryView(api, await desk.one(params, who), who),
    }),
    endpoint({
      method: 'POST',
      path: '/api/registers/:kind/:number/unmask',
      permission: 'patient.unmask',
      summary: 'Names and numbers of the contact and the patient, with the reason for opening them.',
      params: entryParams,
      body: withReason,
      audit: ({ params, body }) => ({ what: 'register.unmask', subject: subjectOf(params), why: body.reason }),
      handle: async ({ params, who }): Promise<EntryContact> => {
        const { contactName, patientName, recordNo, phone, address } = await desk.one(params, who);
        return { contactName, patientName, recordNo, phone, address };
      },
    }),
  ];
}

/** What changes entries. Their own commits write the audit, with a digest of the history. */
export function changeEndpoints(api: RegisterApi): readonly Endpoint[] {
  const { desk } = api;
  return [
    endpoint({
      method: 'POST',
      path: '/api/registers',
      permission: 'register.edit',
      summary: 'Writes an entry down by hand.',
      body: newEntry,
      auditedInCommit: true,
      handle: async ({ body, who, now }): Promise<EntryView> => {
        if (body.receivedAt > now) throw new HuifangError('BAD_REQUEST', ['receivedAt: in the future']);
        const { fields, nobodyNamed: _, ...said } = body;
        const form: RegisterForm = { ...BLANK_FORM, ...fields };
        return entryView(api, await desk.create({ ...said, form }, who), who);
      },
    }),
    endpoint({
      method: 'PUT',
      path: '/api/registers/:kind/:number',
      permission: 'register.view',
      summary: 'Fills columns of an entry in; each column has its own permission.',
      params: entryParams,
      body: entryEdit,
      auditedInCommit: true,
      handle: async ({ params, body, who }): Promise<EntryView> => {
        const { version, ...edit } = body;
        return entryView(api, await desk.edit(params, version, edit, who), who);
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/registers/:kind/:number/step',
      permission: 'register.view',
      summary: 'One signed step of the workflow; each step has its own permission.',
      params: entryParams,
      body: entryStep,
      auditedInCommit: true,
      handle: async ({ params, body, who }): Promise<EntryView> => {
        const { version, ...step } = body;
        return entryView(api, await desk.step(params, version, step, who), who);
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/registers/:kind/:number/link',
      permission: 'register.edit',
      summary: 'Says that an entry repeats another one, or takes that back.',
      params: entryParams,
      body: entryLink,
      auditedInCommit: true,
      handle: async ({ params, body, who }): Promise<EntryView> =>
        entryView(api, await desk.link(params, body.version, body.target, who), who),
    }),
  ];
}
