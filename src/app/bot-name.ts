import { askBotName } from '../channels/telegram/api.ts';
import type { EnvironmentSettings } from '../config/env.ts';
import { HuifangError } from '../domain/errors.ts';

const ALLOWED = "the bot's user name, without @";

/** The name that links lead to: as configured, else as Telegram tells it. Throws ENV_INVALID when neither is possible. */
export async function botNameOf({ telegram }: Pick<EnvironmentSettings, 'telegram'>): Promise<string> {
  if (telegram === null) {
    throw new HuifangError('ENV_INVALID', ['TELEGRAM_BOT_TOKEN: missing — allowed: the token that BotFather gave']);
  }
  const { botName, token, arrival } = telegram;
  if (botName !== undefined) return botName;
  try {
    return await askBotName({ token, arrival });
  } catch {
    throw new HuifangError('ENV_INVALID', [
      `TELEGRAM_BOT_NAME: missing, and Telegram does not tell it — allowed: ${ALLOWED}`,
    ]);
  }
}
