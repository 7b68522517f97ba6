import { z } from 'zod';
import type { SettingsVersion } from '../../../store/store.ts';
import type { SettingsVersionDetail, SettingsVersionView } from '../../wire/settings.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { SettingsDeps } from './deps.ts';

/** What `settings.edit` may change without the right to publish dialogues: hours, holidays, standard replies, roster. */
const OWN_SECTIONS = ['sendingHours', 'staffHours', 'calendar', 'console', 'roster'] as const;

/** Characters; bodies of calls end at 256 KiB. */
export const MAX_TEXT = 200_000;
const PAGE = 30;
const text = z.string().min(1).max(MAX_TEXT);
const base = z.string().regex(/^[0-9a-f]{64}$/);
/** Why something is done: somebody reads it a year later. */
export const why = z.string().trim().min(2).max(500);
const publication = z.strictObject({ text, base, why });
const versionNumber = z.strictObject({ number: z.coerce.number().int().positive() });

async function shown(version: SettingsVersion, deps: SettingsDeps): Promise<SettingsVersionView> {
  const { hash: _hash, who, ...rest } = version;
  return { ...rest, who: who === null ? null : ((await deps.nameOf(who)) ?? who) };
}

/** flows.config.json: seen, checked, published. */
export function flowsEndpoints(deps: SettingsDeps): readonly Endpoint[] {
  const { flows } = deps;
  return [
    endpoint({
      method: 'GET',
      path: '/api/settings/flows',
      permission: 'settings.view',
      summary: 'flows.config.json as it is on disk, and whether the service runs with it.',
      handle: () => flows.view(),
    }),
    endpoint({
      method: 'POST',
      path: '/api/settings/flows/check',
      permission: 'settings.view',
      summary: 'Faults, changes and affected conversations of a text, without publishing it.',
      body: z.strictObject({ text }),
      handle: ({ body }) => flows.check(body.text),
    }),
    endpoint({
      method: 'POST',
      path: '/api/settings/flows/publish',
      permission: 'flows.publish',
      summary: 'Writes a text as flows.config.json and puts it into force.',
      body: publication,
      audit: ({ body }) => ({ what: 'settings.publish', subject: 'flows', why: body.why }),
      handle: async ({ body, who }) => ({
        number: await flows.publish({ ...body, who: who.accountId, sections: null, restores: null }),
      }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/settings/flows/parts',
      permission: 'settings.edit',
      summary: `The same for a text that changes nothing but ${OWN_SECTIONS.join(', ')}.`,
      body: publication,
      audit: ({ body }) => ({ what: 'settings.publish', subject: 'flows.parts', why: body.why }),
      handle: async ({ body, who }) => ({
        number: await flows.publish({ ...body, who: who.accountId, sections: OWN_SECTIONS, restores: null }),
      }),
    }),
  ];
}

/** Earlier versions: seen, and put back. */
export function versionEndpoints(deps: SettingsDeps): readonly Endpoint[] {
  const { flows } = deps;
  return [
    endpoint({
      method: 'GET',
      path: '/api/settings/flows/versions',
      permission: 'settings.view',
      summary: 'Who published what and why, newest first.',
      query: z.strictObject({ after: z.coerce.number().int().positive().optional() }),
      handle: async ({ query }) => {
        const found = await flows.versions(PAGE + 1, query.after ?? null);
        const rows = await Promise.all(found.slice(0, PAGE).map((version) => shown(version, deps)));
        return { rows, next: found.length > PAGE ? String(rows.at(-1)?.number) : null };
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/settings/flows/versions/:number',
      permission: 'settings.view',
      summary: 'One version: its text, and what it changed.',
      params: versionNumber,
      handle: async ({ params }): Promise<SettingsVersionDetail> => {
        const { version, ...rest } = await flows.version(params.number);
        return { ...(await shown(version, deps)), ...rest };
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/settings/flows/versions/:number/restore',
      permission: 'flows.publish',
      summary: 'Publishes an earlier version again.',
      params: versionNumber,
      body: z.strictObject({ base, why }),
      audit: ({ params, body }) => ({
        what: 'settings.restore',
        subject: `flows.${String(params.number)}`,
        why: body.why,
      }),
      handle: async ({ params, body, who }) => {
        const { text: earlier } = await flows.version(params.number);
        const published = { ...body, text: earlier, who: who.accountId, sections: null, restores: params.number };
        return { number: await flows.publish(published) };
      },
    }),
  ];
}
