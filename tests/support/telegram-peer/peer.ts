import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { onTestFinished } from 'vitest';
import { startProgram } from '../../store/sqlite/folder.ts';
import { readBody } from '../twilio-stand-in/http.ts';
import { assertLoopback } from '../twilio-stand-in/loopback.ts';

/** A Bot API that somebody else wrote, and the proxy that adds what it lacks: the secret header. */
export interface Peer {
  readonly url: string;
  /** What the product must be told as its public address: a proxy that passes on with the secret. */
  readonly publicUrl: string;
  /** Where the product listens. */
  setApp(url: string): void;
  /** Updates as they were passed on. */
  readonly passed: readonly unknown[];
}

async function freePort(): Promise<number> {
  const socket = createSocket().listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address() as AddressInfo;
  socket.close();
  await once(socket, 'close');
  return port;
}

export async function startPeer(secret: string): Promise<Peer> {
  const port = await freePort();
  const child = startProgram('tests/support/telegram-peer/peer-child.ts', [String(port)]);
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const limit = performance.now() + 20_000;
  while (!out.includes('ready')) {
    if (child.exitCode !== null || performance.now() > limit) throw new Error(`the peer did not start: ${out}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const passed: unknown[] = [];
  let app = '';
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    passed.push(JSON.parse(body));
    assertLoopback(app);
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
    const answer = await fetch(`${app}${request.url ?? ''}`, { method: 'POST', headers, body });
    response.writeHead(answer.status).end(await answer.text());
  };
  const proxy: Server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void proxy.close());
  return {
    url: `http://127.0.0.1:${String(port)}`,
    publicUrl: `http://127.0.0.1:${String((proxy.address() as AddressInfo).port)}`,
    passed,
    setApp: (url) => {
      app = url;
    },
  };
}
