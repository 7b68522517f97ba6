import type { Store } from '../../store/store.ts';

/** Settings key: `yes` while we begin nothing ourselves. */
const PAUSED_KEY = 'campaign.paused';

/** True while no new follow-up may be opened, and no opening or reminder may leave. */
export async function isPaused(store: Pick<Store, 'settings'>): Promise<boolean> {
  return (await store.settings.get(PAUSED_KEY)) === 'yes';
}

/** What `npm run campaign` can be asked for. */
export const CAMPAIGN_COMMANDS = ['pause', 'resume', 'status'] as const;
export type CampaignCommand = (typeof CAMPAIGN_COMMANDS)[number];

export interface CampaignStatus {
  readonly paused: boolean;
  /** Follow-ups by state, final ones with their reason: `planned`, `cancelled.deceased` … */
  readonly followUps: Readonly<Record<string, number>>;
}

export function isCampaignCommand(word: string | undefined): word is CampaignCommand {
  return CAMPAIGN_COMMANDS.some((command) => command === word);
}

/**
 * Pauses or resumes what we begin ourselves (openings, reminders, also those that wait to be sent) and tells how things stand; whoever
 * writes is answered either way. A change is audited under `who`; asking for what is the case already changes nothing.
 */
export async function commandCampaign(store: Store, command: CampaignCommand, who: string): Promise<CampaignStatus> {
  const paused = await isPaused(store);
  const wanted = command === 'status' ? paused : command === 'pause';
  if (wanted !== paused) {
    await store.settings.set(PAUSED_KEY, wanted ? 'yes' : 'no', {
      who,
      what: `campaign.${command}`,
      subject: 'campaign',
    });
    if (!wanted) await store.outbox.release();
  }
  return { paused: wanted, followUps: await store.campaign.counts() };
}
