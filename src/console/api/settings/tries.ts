import { z } from 'zod';
import { LANGUAGES } from '../../../domain/language.ts';
import type { TriedView } from '../../wire/settings.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { SettingsDeps } from './deps.ts';
import { MAX_TEXT } from './flows.ts';

const MAX_MESSAGE = 2_000;
const MAX_WAIT_HOURS = 24 * 14;
const text = z.string().min(1).max(MAX_TEXT);
const params = z.strictObject({ id: z.string().min(1).max(64) });

/** Settings that nobody uses yet: played against the dialogue files, and talked to in a simulator. They reach nobody. */
export function tryEndpoints({ flows }: Pick<SettingsDeps, 'flows'>): readonly Endpoint[] {
  return [
    endpoint({
      method: 'POST',
      path: '/api/settings/trials',
      permission: 'settings.edit',
      summary: 'Begins to play the dialogue files with a text and with what is in force.',
      body: z.strictObject({ text }),
      audit: () => ({ what: 'settings.try', subject: 'flows' }),
      handle: ({ body }) => Promise.resolve(flows.startTrial(body.text)),
    }),
    endpoint({
      method: 'POST',
      path: '/api/settings/trials/find',
      permission: 'settings.edit',
      summary: 'The last trial of exactly this text, if it was tried and the result is kept.',
      body: z.strictObject({ text }),
      handle: ({ body }): Promise<TriedView> => Promise.resolve({ trial: flows.triedBefore(body.text) }),
    }),
    endpoint({
      method: 'GET',
      path: '/api/settings/trials/:id',
      permission: 'settings.edit',
      summary: 'How far a trial is and what came of it.',
      params,
      handle: (call) => Promise.resolve(flows.trial(call.params.id)),
    }),
    endpoint({
      method: 'POST',
      path: '/api/settings/simulations',
      permission: 'settings.edit',
      summary: 'Begins a chat with a text, in memory only.',
      body: z.strictObject({ text, flow: z.enum(['followup', 'consultation']), language: z.enum(LANGUAGES) }),
      audit: () => ({ what: 'settings.simulate', subject: 'flows' }),
      handle: ({ body, who }) => flows.simulate(body.text, body, who.accountId),
    }),
    endpoint({
      method: 'POST',
      path: '/api/settings/simulations/:id/messages',
      permission: 'settings.edit',
      summary: 'Writes in it as the contact.',
      params,
      body: z.strictObject({ text: z.string().min(1).max(MAX_MESSAGE) }),
      audit: (call) => ({ what: 'settings.simulate', subject: call.params.id }),
      handle: (call) => flows.write(call.params.id, call.body.text, call.who.accountId),
    }),
    endpoint({
      method: 'POST',
      path: '/api/settings/simulations/:id/wait',
      permission: 'settings.edit',
      summary: 'Lets hours pass in it: reminders and ends come due.',
      params,
      body: z.strictObject({ hours: z.number().positive().max(MAX_WAIT_HOURS) }),
      audit: (call) => ({ what: 'settings.simulate', subject: call.params.id }),
      handle: (call) => flows.wait(call.params.id, call.body.hours, call.who.accountId),
    }),
  ];
}
