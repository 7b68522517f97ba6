import { expect, test } from 'vitest';
import { holesIn } from '../../../src/console/ui/pages/conversation/composer/holes.ts';

test('places that a standard reply leaves for the officer are found, each once', () => {
  expect(holesIn('{称呼}您好，我们会在{时间}回电；如{时间}不便请告知。')).toEqual(['{称呼}', '{时间}']);
});

test('a finished reply has none', () => {
  expect(holesIn('您好，我们会在下午三点回电。')).toEqual([]);
  expect(holesIn('{} {')).toEqual([]);
});
