import { expect, test } from 'vitest';
import { startDemo } from './service.ts';

async function nextEvent(reader: ReadableStreamDefaultReader<Uint8Array>, type: string): Promise<boolean> {
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return false;
    text += new TextDecoder().decode(value);
    if (text.includes(`"type":"${type}"`)) return true;
  }
}

test('an open page hears of messages and of the clock, and does not hold the service back when it stops', async () => {
  const demo = await startDemo();
  const response = await fetch(`${demo.url}/demo/api/events`);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = response.body?.getReader();
  if (reader === undefined) throw new Error('no stream');
  await demo.post(`handsets/${encodeURIComponent('+8613900005555')}/messages`, { text: '你好', id: 'a' });
  expect(await nextEvent(reader, 'conversation')).toBe(true);
  await demo.post('clock', { advanceMs: 60_000 });
  expect(await nextEvent(reader, 'clock')).toBe(true);
  await demo.post('campaign', { paused: true });
  expect(await nextEvent(reader, 'campaign')).toBe(true);
  const began = performance.now();
  await demo.stop();
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(await nextEvent(reader, 'never')).toBe(false);
}, 60_000);
