// Writes flows.config.schema.json from src/config/schema.ts. Run it after a change of the schema: npx tsx scripts/make-config-schema.mjs
import { writeFileSync } from 'node:fs';
import { configJsonSchemaText } from '../src/config/json-schema.ts';

writeFileSync(new URL('../flows.config.schema.json', import.meta.url), configJsonSchemaText());
