import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chatPage } from '../../../src/channels/web/page-files.ts';

const BUILT = 'dist/chat-page';
const SOURCE = 'src/channels/web/page';
/** What a phone on a slow line has to load, page and widget together, in bytes. */
const MAX_PACKED = 40_000;
const SITE = 'https://www.hospital.example';
const NAME = { 'zh-CN': '县医院<b>"&', 'zh-TW': '縣醫院', en: 'County Hospital' };

let app: FastifyInstance;

beforeAll(() => {
  app = fastify();
  const hospital = () => ({ name: NAME, phone: '0000-1', emergency: '120' });
  chatPage(app, { folder: BUILT, embedOrigins: [SITE], hospital });
});
afterAll(() => app.close());

const packed = { 'accept-encoding': 'gzip, br' };

test('everything together is at most 40 kB packed', async () => {
  let bytes = 0;
  for (const url of ['/chat', '/chat/chat.js', '/chat/chat.css', '/chat/icon.svg', '/chat/widget.js']) {
    const { statusCode, headers, rawPayload } = await app.inject({ url, headers: packed });
    expect([url, statusCode, headers['content-encoding']]).toEqual([url, 200, 'gzip']);
    expect(headers['x-content-type-options']).toBe('nosniff');
    bytes += rawPayload.length;
  }
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(MAX_PACKED);
});

test('the policy allows nothing from elsewhere and no inline script, and frames only on the sites named', async () => {
  const { headers, body } = await app.inject('/chat');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).toContain(`frame-ancestors 'self' ${SITE}`);
  expect(policy).not.toMatch(/unsafe|\*|data:/);
  expect(body).not.toMatch(/<script(?![^>]* src=)|<style| style="| on[a-z]+="/);
  expect(body).toContain('县医院&#60;b&#62;&#34;&#38;');
  expect(body).not.toContain('县医院<b>');
  expect(body).not.toMatch(/\{\{/);
});

test('the parts are named by what is in them, so that browsers may keep them', async () => {
  const { body, headers } = await app.inject('/chat');
  expect(headers['cache-control']).toBe('no-cache');
  const [script = ''] = /\/chat\/chat\.js\?v=[0-9a-f]{12}/.exec(body) ?? [];
  const served = await app.inject(script);
  expect([served.statusCode, served.headers['cache-control']]).toEqual([200, expect.stringContaining('immutable')]);
  expect(served.body).toBe(readFileSync(`${BUILT}/chat.js`, 'utf8'));
});

test('nothing of the page writes markup or asks another server, and old browsers can read it', () => {
  for (const name of readdirSync(SOURCE).filter((file) => /\.(ts|css|html)$/.test(file))) {
    const text = readFileSync(`${SOURCE}/${name}`, 'utf8').replace('<script src="https://hospital/', '');
    expect(text, name).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/);
    expect(text, name).not.toMatch(/https?:\/\/|url\(|@import/);
  }
  const css = readFileSync(`${BUILT}/chat.css`, 'utf8');
  expect(css).not.toMatch(/:has\(|:is\(|:where\(|@layer|@container|[{;]gap:|inset:|:focus-visible/);
  for (const name of ['chat.js', 'widget.js']) {
    const script = readFileSync(`${BUILT}/${name}`, 'utf8');
    expect(script, name).not.toMatch(
      /\?\?|\?\.[a-z([]|\.\.\.[a-z]\}|catch\{|\.flat\(|\.at\(|replaceAll|fromEntries|#[a-z]+[;=(]/,
    );
    expect(gzipSync(script).length).toBeLessThan(MAX_PACKED);
  }
});
