import { z } from 'zod';
import { HuifangError } from '../../../domain/errors.ts';
import { Download, type Endpoint, endpoint } from '../endpoint.ts';
import type { SettingsDeps } from './deps.ts';
import { why } from './flows.ts';

const MAX_WORKBOOK = 20_000_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The knowledge base: how it stands, and as a workbook out and in. */
export function knowledgeEndpoints({ knowledge }: Pick<SettingsDeps, 'knowledge'>): readonly Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/settings/knowledge',
      permission: 'settings.view',
      summary: 'What the knowledge base holds, its faults, and what is past its last day.',
      handle: () => Promise.resolve(knowledge.view()),
    }),
    endpoint({
      method: 'GET',
      path: '/api/settings/knowledge/workbook',
      permission: 'settings.view',
      summary: 'The knowledge base as a workbook.',
      handle: async () => new Download({ ...(await knowledge.workbook()), type: XLSX }),
    }),
    endpoint({
      method: 'POST',
      path: '/api/settings/knowledge/drafts',
      permission: 'settings.edit',
      summary: 'Reads a workbook: faults, or what it would change; nothing is taken over yet.',
      upload: { maxBytes: MAX_WORKBOOK },
      audit: () => ({ what: 'settings.knowledge.read', subject: 'knowledge' }),
      handle: ({ file }) => {
        if (file === undefined) throw new HuifangError('BAD_REQUEST', ['body: no file — allowed: an .xlsx workbook']);
        return knowledge.read(file.path);
      },
    }),
    endpoint({
      method: 'POST',
      path: '/api/settings/knowledge/drafts/:id/take',
      permission: 'settings.edit',
      summary: 'Makes a workbook that was read the knowledge base.',
      params: z.strictObject({ id: z.string().min(1).max(64) }),
      body: z.strictObject({ why }),
      audit: ({ params, body }) => ({ what: 'settings.knowledge.take', subject: params.id, why: body.why }),
      handle: ({ params }) => {
        knowledge.take(params.id);
        return Promise.resolve(knowledge.view());
      },
    }),
  ];
}
