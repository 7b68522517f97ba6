import type { Channel } from '../channels/channel.ts';
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
  return channels;
}
