import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a page is told: look again. The data itself is fetched, so a missed event costs nothing but a moment. */
export type LiveEvent =
  | { readonly type: 'conversation'; readonly conversationId: string }
  | { readonly type: 'clock'; readonly now: number }
  | { readonly type: 'campaign' };

const HEARTBEAT_MS = 15_000;

/** Server-sent events to every open demo page. */
export class LiveEvents {
  readonly #open = new Set<ServerResponse>();
  #heartbeat: NodeJS.Timeout | undefined;
  #closed = false;

  publish(event: LiveEvent): void {
    this.#write(`data: ${JSON.stringify(event)}\n\n`);
  }

  attach(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 1000\n\n');
    if (this.#closed) {
      response.end();
      return;
    }
    this.#open.add(response);
    this.#heartbeat ??= setInterval(() => {
      this.#write(': still here\n\n');
    }, HEARTBEAT_MS);
    const forget = () => this.#open.delete(response);
    request.on('close', forget);
    response.on('error', forget);
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#heartbeat);
    for (const response of this.#open) response.end();
    this.#open.clear();
  }

  #write(text: string): void {
    for (const response of this.#open) response.write(text);
  }
}
