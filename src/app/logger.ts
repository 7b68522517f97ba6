import { type DestinationStream, type Logger, pino } from 'pino';
import { faultForLog } from './fault-for-log.ts';

export type { Logger };

/** Paths under which patient text, names or numbers could ever travel; they are cut out even if somebody logs such an object. */
const PRIVATE = [
  'text',
  'address',
  'phone',
  'name',
  'patientName',
  'body',
  'form',
  'contact',
  'stay',
  'record',
  'message',
];

export interface LogOptions {
  readonly level: string;
  readonly format: 'json' | 'pretty' | 'auto';
}

/** Structured log; readable lines on a terminal (or with LOG_FORMAT=pretty). `to`: another place than standard output. */
export function createLogger({ level, format }: LogOptions, to?: DestinationStream): Logger {
  const pretty = format === 'pretty' || (format === 'auto' && process.stdout.isTTY);
  const transport = { target: 'pino-pretty', options: { translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' } };
  const options = {
    level,
    base: null,
    serializers: { err: faultForLog },
    redact: { paths: PRIVATE.flatMap((key) => [key, `*.${key}`]), censor: '[private]' },
  };
  if (to !== undefined) return pino(options, to);
  return pino(pretty ? { ...options, transport } : options);
}
