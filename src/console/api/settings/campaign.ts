import { z } from 'zod';
import type { CampaignView } from '../../wire/settings.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { SettingsDeps } from './deps.ts';
import { why } from './flows.ts';

/** Whether new follow-ups are opened, and who is on the list. */
export function campaignEndpoints(deps: SettingsDeps): readonly Endpoint[] {
  const view = async (): Promise<CampaignView> => {
    const found = await deps.campaign.view();
    if (found.last === null) return found;
    const { who } = found.last;
    return { ...found, last: { ...found.last, who: (await deps.nameOf(who)) ?? who } };
  };
  return [
    endpoint({
      method: 'GET',
      path: '/api/settings/campaign',
      permission: 'settings.view',
      summary: 'Whether follow-ups are opened, and how many are planned, open, done and cancelled.',
      handle: view,
    }),
    endpoint({
      method: 'POST',
      path: '/api/settings/campaign',
      permission: 'campaign.control',
      summary: 'Pauses or resumes the opening of follow-ups; conversations under way go on.',
      body: z.strictObject({ paused: z.boolean(), why }),
      audit: ({ body }) => ({
        what: body.paused ? 'settings.campaign.pause' : 'settings.campaign.resume',
        subject: 'campaign',
        why: body.why,
      }),
      handle: async ({ body, who }) => {
        await deps.campaign.change(body.paused, body.why, who.accountId);
        return view();
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/settings/roster',
      permission: 'settings.view',
      summary: 'Staff and departments that messages can name, and where each name comes from.',
      handle: () => deps.roster(),
    }),
  ];
}
