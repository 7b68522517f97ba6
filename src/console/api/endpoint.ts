import type { z } from 'zod';
import type { Permission, Role } from '../../access/roles.ts';

/** Who calls, as their session says. */
export interface SignedIn {
  readonly accountId: string;
  /** As shown to colleagues. */
  readonly name: string;
  readonly role: Role;
  /** Department heads: theirs, as the stays name it; null: none, or all. */
  readonly department: string | null;
  /** Their name in the hospital's roster: a complaint that names it is never shown to them. */
  readonly staffName: string | null;
}

/** One call, checked: the account may do it, and everything has the shape that the endpoint names. */
export interface Call<P, Q, B> {
  readonly who: SignedIn;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** Epoch ms. */
  readonly now: number;
  /** What was sent, for endpoints with `upload`. */
  readonly file?: UploadedFile;
}

/** A body that was kept in a file; it is removed once `handle` has ended. */
export interface UploadedFile {
  readonly path: string;
  readonly bytes: number;
}

/** What stands in the audit log of a call, beside who and when. `why`: the reason that was given where one is asked. */
interface AuditNote {
  /** `conversation.view`, `patient.unmask`, `register.close` … */
  readonly what: string;
  /** Id of what was seen or changed; never a name, a number or a text. */
  readonly subject: string;
  readonly why?: string;
}

/** A file instead of JSON. */
export class Download {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;

  constructor(file: { name: string; type: string; bytes: Uint8Array }) {
    this.name = file.name;
    this.type = file.type;
    this.bytes = file.bytes;
  }
}

/**
 * One thing the console can ask of the service. The server adapter (console/server) checks session, permission and shape, writes the
 * audit row before it answers, and describes it in the OpenAPI document. Errors are thrown as HuifangError.
 */
export interface Endpoint<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R = unknown,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/api/conversations/:id/claim` */
  readonly path: string;
  /** `signed-in`: every role. */
  readonly permission: Permission | 'signed-in';
  /** One sentence, for the OpenAPI page. */
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  /** JSON bodies only. */
  readonly body?: B;
  /**
   * Instead of `body`: the call brings a file, as it is, of type application/octet-stream. `Call.file` says where it was put; its name
   * and the like travel in the query. More than `maxBytes`: 413.
   */
  readonly upload?: { readonly maxBytes: number };
  /** `audit` is missing because the change's own commit writes the row: it knows the id that is made, or whether anything changed. */
  readonly auditedInCommit?: true;
  /** Every view of a patient and every change has one (handbook section 7). Written before the answer goes out, as done or as refused (audited.ts). */
  audit?(call: Call<z.output<P>, z.output<Q>, z.output<B>>): AuditNote;
  /** Of a list: ids of the conversations, tasks and entries that it showed, which stand in the audit row with it. */
  shown?(given: R): readonly string[];
  handle(call: Call<z.output<P>, z.output<Q>, z.output<B>>): Promise<R>;
}

/** Types the call of an endpoint by its schemas; what comes back goes into a list with the others. */
export function endpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R>(
  given: Endpoint<P, Q, B, R>,
): Endpoint {
  return given;
}
