export { findEntities, indexEntities } from './entities/index.ts';
export { knowledgeFacts } from './facts.ts';
export { createInquirer, type Inquirer } from './inquirer.ts';
export type { Knowledge } from './knowledge.types.ts';
export { checkKnowledge, loadKnowledge } from './load/load.ts';
export { type FoundFault, quoted } from './load/reader.ts';
export type { Rule } from './load/rules.ts';
export { knowledgeWarnings } from './load/warnings.ts';
