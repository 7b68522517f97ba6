import { expect, test } from 'vitest';
import { ERRORS, explain, HuifangError } from '../../src/domain/errors.ts';

test('a failed command says it in Chinese first, then in English with the details', () => {
  const error = new HuifangError('PORT_BUSY', ['PORT: 3000 — allowed: a free port']);
  expect(explain(error, { zh: 'Huifang 无法启动', en: 'Huifang cannot start' })).toBe(
    [
      `Huifang 无法启动（PORT_BUSY）：${ERRORS.PORT_BUSY.zh}`,
      'Huifang cannot start (PORT_BUSY): the port is in use',
      '  PORT: 3000 — allowed: a free port',
      '',
    ].join('\n'),
  );
});

test.each(Object.entries(ERRORS))('%s has a Chinese text', (_, { zh, message }) => {
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(message).not.toMatch(/\p{Script=Han}/u);
});
