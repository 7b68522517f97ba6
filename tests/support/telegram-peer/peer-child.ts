// telegram-test-api as a process of its own: an update that the product refuses is an unhandled rejection there and ends it.
//   node --import tsx tests/support/telegram-peer/peer-child.ts PORT

/** Its types describe another module system than the one it is written for. */
type ServerClass = new (config: { readonly port: number; readonly host: string }) => { start(): Promise<void> };
const { default: Server } = (await import('telegram-test-api')) as unknown as { default: ServerClass };

await new Server({ port: Number(process.argv[2]), host: '127.0.0.1' }).start();
process.stdout.write('ready\n');
