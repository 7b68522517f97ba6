import type { CampaignStatus } from '../../bot/campaign/switch.ts';

/** States in the order in which a follow-up goes through them. */
const ORDER = ['planned', 'open', 'withdrawing', 'done', 'cancelled'];

function place(state: string): number {
  return ORDER.findIndex((known) => state.startsWith(known));
}

/** How the campaign stands, for a person at a terminal. */
export function statusText({ paused, followUps }: CampaignStatus): string {
  const counts = Object.entries(followUps).sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b));
  const width = Math.max(0, ...counts.map(([, count]) => String(count).length));
  const lines = counts.map(([state, count]) => `  ${String(count).padStart(width)}  ${state.replace('.', ': ')}`);
  return [
    paused
      ? 'Paused: no follow-up is opened, no opening or reminder leaves.'
      : 'Running: follow-ups are opened when they are due.',
    ...(lines.length === 0 ? ['  no follow-ups yet: import a discharge list'] : lines),
    '',
  ].join('\n');
}
