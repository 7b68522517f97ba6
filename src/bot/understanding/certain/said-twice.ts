import { ASK, type EmergencyFinding, type Finding } from '../../../domain/finding.ts';
import { harmSigns } from '../safety/self-harm.ts';
import type { ReadCertain } from './certain.types.ts';

/**
 * 有时候真觉得活着没意思，不如死了算了: who says it in two ways means it (situation 28), whatever each alone sounds like to the
 * model. Two words of one saying (想死的心都有) are one way.
 */
export const readSaidTwice: ReadCertain = ({ n }, found) => {
  if (!found.some(isDoubtful)) return null;
  const signs = harmSigns(n).filter(({ confidence }) => confidence >= ASK);
  const sure = signs.find(({ tier }) => tier === 'high');
  if (sure === undefined || signs.every((other) => overlap(other, sure))) return null;
  return { adds: [sure], drops: isDoubtful };
};

function isDoubtful(finding: Finding): boolean {
  return finding.kind === 'self_harm' && finding.tier === 'low';
}

function overlap({ span: a }: EmergencyFinding, { span: b }: EmergencyFinding): boolean {
  return a[0] < b[1] && b[0] < a[1];
}
