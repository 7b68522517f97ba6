import { z } from 'zod';
import { configSchema } from './schema.ts';

/** The text of flows.config.schema.json: what editors check flows.config.json with while it is written. */
export function configJsonSchemaText(): string {
  const schema = z.toJSONSchema(configSchema, { io: 'input', target: 'draft-7' });
  return `${JSON.stringify({ ...schema, title: 'flows.config.json' }, null, 2)}\n`;
}
