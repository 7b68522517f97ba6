import { main } from './import/main.ts';

await main(process.argv.slice(2));
