import { type CountryCode, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import type { Channel } from '../channels/channel.ts';
import { createTelegramChannel } from '../channels/telegram/channel.ts';
import { createTwilioChannel } from '../channels/twilio/channel.ts';
import type { EnvironmentSettings } from '../config/env.ts';
import type { Clock } from '../domain/clock.ts';
import type { Logger } from '../domain/logger.ts';
import type { Tuning } from './tuning.ts';

/** The real carriers that the environment asks for; the simulated one comes with the demo. */
export function createChannels(
  env: EnvironmentSettings,
  clock: Clock,
  logger: Logger,
  tuning: Tuning = {},
): readonly Channel[] {
  const channels: Channel[] = [];
  if (env.twilio !== null) {
    const { secondaryAuthToken, sender, ...rest } = env.twilio;
    const secondary = secondaryAuthToken === undefined ? {} : { authTokenSecondary: secondaryAuthToken };
    channels.push(
      createTwilioChannel({ ...rest, ...sender, ...secondary, ...tuning.carrier, logger, now: () => clock.now() }),
    );
  }
  if (env.telegram !== null) {
    const { token, arrival } = env.telegram;
    channels.push(createTelegramChannel({ token, arrival, ...tuning.telegram, logger }));
  }
  return channels;
}

/** Mainland patients on a foreign messenger: sensitive data cross the border, and the network there blocks it (channels.md 1). */
export function warnOfForeignChannels(
  { telegram }: Pick<EnvironmentSettings, 'telegram'>,
  region: string,
  logger: Logger,
): void {
  if (telegram === null || region !== 'CN') return;
  logger.warn(
    { channel: 'telegram', region },
    'Telegram is on for a hospital in mainland China: a cross-border transfer of sensitive data, to be settled first (docs/privacy.md)',
  );
}

/** Patients of this region cannot answer what such a channel sends: they would all look silent (channels.md 1). */
function oneWayWarnings(channels: readonly Channel[], region: string): readonly string[] {
  const mobile = getExampleNumber(region as CountryCode, examples)?.number;
  if (mobile === undefined) return [];
  return channels
    .filter((channel) => channel.capabilities(mobile).canInitiate && !channel.capabilities(mobile).twoWay)
    .map(({ id }) => `${id}: patients with mobile numbers of ${region} cannot answer; messages go one way there`);
}

/** Logs them at start; the answer tells them as they are whenever it is asked. */
export function warnOfOneWay(
  channels: readonly Channel[],
  region: () => string,
  logger: Logger,
): () => readonly string[] {
  for (const warning of oneWayWarnings(channels, region()))
    logger.warn({ warning }, 'patients cannot answer on this channel (docs/channels.md)');
  return () => oneWayWarnings(channels, region());
}
