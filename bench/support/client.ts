import { connect, type Socket } from 'node:net';

/** What one burst of load showed. Times in milliseconds. */
export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failures: number;
}

/** One HTTP/1.1 connection with one request in flight. Raw, because a full client would be slower than the server it measures. */
class Connection {
  readonly #socket: Socket;
  #received = '';
  #done: ((status: number) => void) | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (piece: string) => {
      this.#take(piece);
    });
    socket.on('close', () => this.#done?.(0));
    socket.on('error', () => this.#done?.(0));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1' }, () => {
        resolve(new Connection(socket));
      });
      socket.once('error', reject);
    });
  }

  request(bytes: string): Promise<number> {
    return new Promise((resolve) => {
      this.#received = '';
      this.#done = resolve;
      this.#socket.write(bytes, 'latin1');
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(piece: string): void {
    this.#received += piece;
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(this.#received.slice(0, end))?.[1] ?? 0);
    if (this.#received.length < end + 4 + length) return;
    const status = Number(this.#received.slice(9, 12));
    const done = this.#done;
    this.#done = undefined;
    done?.(status);
  }
}

/** Sends requests from `next` over `connections` keep-alive connections for `milliseconds`, one in flight each. */
export async function load(
  port: number,
  options: { connections: number; milliseconds: number; next: () => string | undefined },
): Promise<LoadResult> {
  const open = await Promise.all(Array.from({ length: options.connections }, () => Connection.open(port)));
  const times: number[] = [];
  let failures = 0;
  const began = performance.now();
  const until = began + options.milliseconds;
  const drive = async (connection: Connection) => {
    for (let at = performance.now(); at < until; at = performance.now()) {
      const bytes = options.next();
      if (bytes === undefined) return;
      const status = await connection.request(bytes);
      if (status !== 200) failures += 1;
      times.push(performance.now() - at);
    }
  };
  await Promise.all(open.map(drive));
  const seconds = (performance.now() - began) / 1000;
  for (const connection of open) connection.close();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { requests: times.length, seconds, perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), failures };
}
