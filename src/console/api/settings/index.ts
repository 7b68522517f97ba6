import type { Endpoint } from '../endpoint.ts';
import { calendarEndpoint } from './calendar.ts';
import { campaignEndpoints } from './campaign.ts';
import type { SettingsDeps } from './deps.ts';
import { flowsEndpoints, versionEndpoints } from './flows.ts';
import { importEndpoints, importRowEndpoints } from './imports.ts';
import { knowledgeEndpoints } from './knowledge.ts';
import { tryEndpoints } from './tries.ts';

export type { SettingsDeps } from './deps.ts';

/** Everything of the settings pages. */
export function settingsEndpoints(deps: SettingsDeps): readonly Endpoint[] {
  return [
    ...flowsEndpoints(deps),
    ...versionEndpoints(deps),
    ...tryEndpoints(deps),
    calendarEndpoint(deps),
    ...campaignEndpoints(deps),
    ...importEndpoints(deps),
    ...importRowEndpoints(deps),
    ...knowledgeEndpoints(deps),
  ];
}
