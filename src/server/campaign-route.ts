import type { FastifyInstance } from 'fastify';
import {
  CAMPAIGN_COMMANDS,
  type CampaignCommand,
  type CampaignStatus,
  isCampaignCommand,
} from '../bot/campaign/switch.ts';
import { HuifangError } from '../domain/errors.ts';
import { CAMPAIGN_PATH, requireToken } from './internal.ts';

const MAX_WHO = 80;

export interface CampaignRouteDeps {
  /** From service.json. */
  readonly token: string;
  readonly command: (command: CampaignCommand, who: string) => Promise<CampaignStatus>;
}

/** Takes `?command=pause|resume|status&who=NAME` from a command on the same machine; answers with the status. */
export function campaignRoute(deps: CampaignRouteDeps): (app: FastifyInstance) => void {
  return (app) => {
    app.post<{ Querystring: { command?: string; who?: string } }>(CAMPAIGN_PATH, (request) => {
      requireToken(request, deps.token);
      const { command, who = '' } = request.query;
      if (!isCampaignCommand(command)) {
        throw new HuifangError('BAD_REQUEST', [
          `command: ${command ?? 'missing'} — allowed: one of ${CAMPAIGN_COMMANDS.join(', ')}`,
        ]);
      }
      return deps.command(command, who.slice(0, MAX_WHO));
    });
  };
}
