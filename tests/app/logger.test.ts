import { expect, test } from 'vitest';
import { createLogger } from '../../src/app/logger.ts';
import { HuifangError } from '../../src/domain/errors.ts';

/** What one line says, parsed. */
function logged(fields: object): Record<string, unknown> {
  let line = '';
  createLogger({ level: 'trace', format: 'json' }, { write: (text) => (line = text) }).error(
    fields,
    'something failed',
  );
  return JSON.parse(line) as Record<string, unknown>;
}

function caught(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('an error that quotes what it stumbled over is logged without the quotation, but with its place', () => {
  const error = caught(() => JSON.parse('王建国住在示范县'));
  expect(String(error)).toContain('王建国');
  const line = logged({ err: error });
  expect(JSON.stringify(line)).not.toContain('王建国');
  expect(line['err']).toMatchObject({
    type: 'SyntaxError',
    stack: expect.stringContaining('logger.test.ts') as unknown,
  });
});

test('what helps and is no patient’s stays: refusals of ours, faults of a program, the system’s codes, causes', () => {
  const system = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  expect(logged({ err: system })['err']).toMatchObject({ code: 'ENOSPC', detail: system.message });
  const broken = caught(() => (undefined as unknown as { settings: string }).settings);
  expect(logged({ err: broken })['err']).toMatchObject({
    type: 'TypeError',
    detail: expect.stringContaining('settings') as unknown,
  });
  const refusal = new HuifangError('STORE_CORRUPT', ['data/demo.sqlite'], { cause: new Error('13800010001') });
  const err = logged({ err: refusal })['err'];
  expect(err).toMatchObject({ code: 'STORE_CORRUPT', detail: expect.stringContaining('data/demo.sqlite') as unknown });
  expect(JSON.stringify(err)).not.toContain('13800010001');
  expect(err).toMatchObject({ cause: { type: 'Error' } });
  expect(logged({ err: '13800010001' })['err']).toEqual({ type: 'string' });
});

test('an object that somebody logs by mistake is cut', () => {
  const contact = { channel: 'sms', address: '+8613800010001' };
  const line = logged({ id: 'c1', contact, line: { text: '护士态度差', address: '+8613800010001', id: 'c1.2' } });
  expect(JSON.stringify(line)).not.toMatch(/13800010001|护士/);
  expect(line).toMatchObject({ id: 'c1', contact: '[private]', line: { id: 'c1.2', text: '[private]' } });
});
