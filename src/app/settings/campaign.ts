import { commandCampaign } from '../../bot/campaign/switch.ts';
import type { CampaignPort } from '../../console/api/settings/deps.ts';
import type { CampaignView } from '../../console/wire/settings.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Store } from '../../store/store.ts';
import type { Hospital } from '../hospital.ts';

/** Settings key: the last pause or resume of the console, as JSON. */
const LAST_KEY = 'campaign.last';
const MINUTES_PER_HOUR = 60;

interface Last {
  readonly paused: boolean;
  readonly who: string;
  readonly at: number;
  readonly why: string;
}

export interface CampaignDeskDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly hospital: () => Hospital;
  /** Follow-ups may be opened again, or no more. */
  readonly changed: (paused: boolean) => void;
}

function clockTime(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / MINUTES_PER_HOUR))}:${two(minutes % MINUTES_PER_HOUR)}`;
}

/** The switch of the campaign with its reason, and how far the campaign is. */
export function campaignDesk({ store, clock, hospital, changed }: CampaignDeskDeps): CampaignPort {
  return {
    async view(): Promise<CampaignView> {
      const { paused, followUps } = await commandCampaign(store, 'status', '');
      const { sendingHours, followup } = hospital().config;
      const text = await store.settings.get(LAST_KEY);
      const last = text === undefined ? null : (JSON.parse(text) as Last);
      return {
        paused,
        // `npm run campaign` may have changed it since.
        last: last === null || last.paused !== paused ? null : { who: last.who, at: last.at, why: last.why },
        followUps,
        sendingHours: { from: clockTime(sendingHours.from), to: clockTime(sendingHours.to) },
        perDay: followup.maxProactivePerDay,
        perWeek: followup.maxProactivePerWeek,
      };
    },
    async change(paused, why, who): Promise<void> {
      await commandCampaign(store, paused ? 'pause' : 'resume', `account:${who}`);
      await store.settings.set(LAST_KEY, JSON.stringify({ paused, who, at: clock.now(), why } satisfies Last));
      changed(paused);
    },
  };
}
