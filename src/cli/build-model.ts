import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { modelPath, packageFolder } from '../app/model-file.ts';
import { type LabelledMessage, parseMessage } from '../evaluate/messages/message.ts';
import { neutralMessage, trainModel } from '../evaluate/messages/training.ts';

/** Trains the model of bot/understanding from the seeds in corpus/ (docs/understanding.md). Part of the build. */

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function seeds(folder: string): readonly LabelledMessage[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  return files.flatMap((name) =>
    linesOf(join(folder, name)).map((line, index) => parseMessage(line, `${name}:${String(index + 1)}`)),
  );
}

const corpus = join(packageFolder(), 'corpus');
const neutral = linesOf(join(corpus, 'neutral/training.jsonl')).map(
  (line) => (JSON.parse(line) as { text: string }).text,
);
const bytes = trainModel([...seeds(join(corpus, 'seeds')), ...neutral.map(neutralMessage)]);
mkdirSync(dirname(modelPath()), { recursive: true });
// Whole or not at all: a service that starts meanwhile reads the old one.
const part = `${modelPath()}.part`;
writeFileSync(part, gzipSync(bytes, { level: 9 }));
renameSync(part, modelPath());
