import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** No image is built here; what a build would stumble over at once is looked at. */

const DOCKERFILE = readFileSync('Dockerfile', 'utf8');
const IGNORED = readFileSync('.dockerignore', 'utf8').split('\n').filter(Boolean);

test('everything that the image copies from the checkout is there, and not kept out of it', () => {
  const copied = [...DOCKERFILE.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) =>
    sources.split(' '),
  );
  expect(copied.length).toBeGreaterThan(10);
  expect(copied.filter((path) => !existsSync(path))).toEqual([]);
  expect(copied.filter((path) => IGNORED.includes(path.split('/')[0] ?? ''))).toEqual([]);
});

test('the port inside the container is the one that is published, whatever .env says', () => {
  const compose = readFileSync('compose.yaml', 'utf8');
  const published = /"127\.0\.0\.1:\d+:(\d+)"/.exec(compose)?.[1];
  // `environment` wins over `env_file`.
  expect(/^ {4}environment:\n(?: {6}.*\n)*? {6}PORT: (\d+)$/m.exec(compose)?.[1]).toBe(published);
  expect(/\bPORT=(\d+)/.exec(DOCKERFILE)?.[1]).toBe(published);
});
