import { jsonPlaces } from '../../config/json-places.ts';
import type { SettingsFault } from '../../console/wire/settings.ts';

const LINE = /^(.*?): (.*) — allowed: (.*)$/s;
const ALONE = /^(.*?): (.*)$/s;

/** Fault lines of a text (`path: value — allowed: …`) with the line of the text that each is about. */
export function placedFaults(lines: readonly string[], text: string): readonly SettingsFault[] {
  const places = jsonPlaces(text);
  if (places.broken !== null)
    return [{ path: '(file)', value: lineOf(text, places.broken.line), allowed: 'JSON', ...places.broken }];
  return lines.map((line) => {
    const [, path = '(file)', value = '', allowed = ''] = LINE.exec(line) ?? ALONE.exec(line) ?? [];
    return { path, value, allowed, ...places.of(path) };
  });
}

function lineOf(text: string, line: number): string {
  return (text.split('\n')[line - 1] ?? '').trim();
}
