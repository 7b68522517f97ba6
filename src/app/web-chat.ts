import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createWebChat, type WebChat } from '../channels/web/channel.ts';
import type { WebTranscript } from '../channels/web/transcript.ts';
import type { EnvironmentSettings } from '../config/env.ts';
import { phraseBook } from '../config/phrase-book.ts';
import type { HospitalConfig } from '../config/schema.ts';
import type { Store } from '../store/store.ts';
import type { Logger } from './logger.ts';
import { packageFolder } from './model-file.ts';

/** Settings key of what signs the visitors' session tokens. */
const SECRET_KEY = 'web.secret';
const SECRET_BYTES = 32;

/** Written by the build, from src/channels/web/page. */
const PAGE = join('dist', 'chat-page');

/** The web chat with what it needs of the store and of the hospital; null where it is switched off. */
export async function openWebChat(parts: {
  env: Pick<EnvironmentSettings, 'webChat' | 'publicBaseUrl'>;
  store: Store;
  logger: Logger;
  config: () => HospitalConfig;
}): Promise<WebChat | null> {
  const { store, logger, config } = parts;
  const { webChat, publicBaseUrl } = parts.env;
  if (webChat === null) return null;
  const { origins, sessionsPerHour } = webChat;
  return createWebChat({
    hospital: () => facts(config()),
    transcript: transcriptOf(store),
    secret: await secretOf(store),
    pageFolder: join(packageFolder(), PAGE),
    embedOrigins: origins,
    limits: { sessionsPerHour },
    logger,
    ...(publicBaseUrl === undefined ? {} : { publicBaseUrl }),
  });
}

function facts(config: HospitalConfig) {
  const { hospital, mainPhone, emergencyPhone } = phraseBook(config).hospital;
  return { name: hospital, phone: mainPhone['zh-CN'], emergency: emergencyPhone['zh-CN'] };
}

/** Kept in the store, so that visitors stay who they are over a restart; made at the first start. */
async function secretOf(store: Store): Promise<string> {
  const kept = await store.settings.get(SECRET_KEY);
  if (kept !== undefined) return kept;
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  await store.settings.set(SECRET_KEY, secret);
  return secret;
}

function transcriptOf({ views }: Store): WebTranscript {
  return {
    after: async (address, after) => {
      const records = await views.ofAddress('web', address);
      return Promise.all(
        records.map(async ({ id, readSeq, lastSeq, state }, index) => ({
          conversationId: id,
          unread: readSeq < lastSeq && state !== 'with_staff',
          lines: await views.linesAfter(id, after[index] ?? 0),
        })),
      );
    },
  };
}
