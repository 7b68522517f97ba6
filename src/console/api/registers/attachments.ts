import { z } from 'zod';
import { HuifangError } from '../../../domain/errors.ts';
import { MAX_ATTACHMENT, MOST_ATTACHMENTS } from '../../../registers/attachment-files.ts';
import { fileName } from '../../../registers/file-type.ts';
import type { AttachmentWire } from '../../wire/registers.ts';
import { Download, type Endpoint, endpoint } from '../endpoint.ts';
import type { RegisterApi } from './deps.ts';
import { entryParams, withReason } from './shapes.ts';

const fileParams = entryParams.extend({ id: z.string().min(8).max(64) });
const PATH = '/api/registers/:kind/:number/attachments';

const FULL = `allowed: at most ${String(MOST_ATTACHMENTS.files)} files and ${String(MOST_ATTACHMENTS.bytes / 1024 / 1024)} MB`;

/** Files that belong to entries. */
export function attachmentEndpoints({ desk, store, files, ids }: RegisterApi): readonly Endpoint[] {
  return [
    endpoint({
      method: 'POST',
      path: PATH,
      permission: 'register.attach',
      summary: 'Adds a file: picture, PDF, Word, Excel, plain text or recording, told by its content.',
      params: entryParams,
      query: z.strictObject({ name: z.string().trim().min(1).max(120) }),
      upload: { maxBytes: MAX_ATTACHMENT },
      auditedInCommit: true,
      handle: async ({ params, query, who, now, file }): Promise<readonly AttachmentWire[]> => {
        if (file === undefined) throw new HuifangError('BAD_REQUEST', ['no file']);
        const entry = await desk.one(params, who);
        const id = ids.next();
        const kept = await files.keep(id, file.path);
        const by = { account: who.accountId, name: who.name };
        const named = { ...kept, id, name: fileName(query.name, kept.type), by, at: now };
        if ((await store.registers.attach(entry, named, MOST_ATTACHMENTS)) === 'full') {
          await files.drop(id);
          throw new HuifangError('ATTACHMENT_FULL', [FULL]);
        }
        return store.registers.attachments(entry);
      },
    }),
    endpoint({
      method: 'GET',
      path: `${PATH}/:id`,
      permission: 'register.view',
      summary: 'One file of an entry.',
      params: fileParams,
      audit: ({ params: { kind, number, id } }) => ({
        what: 'register.attachment',
        subject: `${kind}/${number}/${id}`,
      }),
      handle: async ({ params, who }): Promise<Download> => {
        const entry = await desk.one(params, who);
        const file = (await store.registers.attachments(entry)).find(({ id }) => id === params.id);
        if (file === undefined || file.deleted !== null) throw new HuifangError('NOT_FOUND', ['attachment']);
        return new Download({ name: file.name, type: file.type, bytes: await files.read(file.id, file.sha256) });
      },
    }),
    endpoint({
      method: 'POST',
      path: `${PATH}/:id/remove`,
      permission: 'register.detach',
      summary: 'Takes a file away, with the reason; that it was there stays in the register.',
      params: fileParams,
      body: withReason,
      auditedInCommit: true,
      handle: async ({ params, body, who, now }): Promise<readonly AttachmentWire[]> => {
        const entry = await desk.one(params, who);
        const by = { account: who.accountId, name: who.name };
        if (!(await store.registers.detach(entry, params.id, { by, at: now, reason: body.reason })))
          throw new HuifangError('NOT_FOUND', ['attachment']);
        return store.registers.attachments(entry);
      },
    }),
  ];
}
