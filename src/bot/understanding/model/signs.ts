import { ACT, ASK, type Finding } from '../../../domain/finding.ts';
import { classOf } from './classes.ts';

/**
 * What the rules saw, as the model is told it: each meaning with its rule, the question it was read at, its tier and its
 * certainty. So the model learns from the seeds how far each rule can be trusted.
 */
export function signsOf(found: readonly Finding[], question: { id: string; schema: string }): readonly string[] {
  const signs = new Set<string>([`#${String(Math.min(found.length, 4))}`]);
  for (const finding of found) for (const sign of signsOfOne(finding, question)) signs.add(sign);
  return [...signs];
}

function signsOfOne(finding: Finding, { id, schema }: { id: string; schema: string }): readonly string[] {
  const name = classOf(finding) ?? finding.kind;
  const [rule = ''] = finding.evidence.split(' ');
  const signs = [`#${name}`, `#${name}/${rule}`, `#${name}?${schema}`, `#${name}!${certainty(finding)}`];
  if ('tier' in finding) signs.push(`#${name}^${finding.tier}`);
  if (finding.kind === 'rating') signs.push(`#${name}@${finding.question === id ? 'asked' : 'other'}`);
  return signs;
}

function certainty({ confidence }: Finding): string {
  if (confidence >= 0.9) return 'sure';
  if (confidence >= ACT) return 'acts';
  return confidence >= ASK ? 'asks' : 'noted';
}
