import type { FastifyReply } from 'fastify';
import { Download } from '../api/endpoint.ts';

/** Sends what an endpoint gave: JSON, a file, or nothing (204). */
export function answer(reply: FastifyReply, given: unknown): FastifyReply {
  if (given instanceof Download) {
    void reply.type(given.type).header('content-disposition', attachment(given.name));
    return reply.send(Buffer.from(given.bytes.buffer, given.bytes.byteOffset, given.bytes.byteLength));
  }
  if (given === undefined) return reply.code(204).send();
  // A string or null would otherwise be sent as plain text or as nothing.
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(given));
}

/** Names in Chinese travel in the second form (RFC 6266); the first is for programs that do not know it. */
function attachment(name: string): string {
  const plain = name.replace(/[^\w.-]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
