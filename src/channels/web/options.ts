import type { Logger } from '../../domain/logger.ts';
import type { ChatLimits } from './limits.ts';
import type { WebTranscript } from './transcript.ts';
import type { PageConfig } from './wire.ts';

export interface WebChatOptions {
  /** What the page says of the hospital; asked for at each view, so that a configuration that is read again holds at once. */
  readonly hospital: () => PageConfig;
  readonly transcript: WebTranscript;
  /** Signs session tokens; the same after a restart. */
  readonly secret: string;
  /** Where the build has put the page. */
  readonly pageFolder: string;
  /** Sites that may show the page in a frame, as CSP sources. */
  readonly embedOrigins: readonly string[];
  /** The address under which people know this service, if it is set. */
  readonly publicBaseUrl?: string;
  readonly limits?: Partial<ChatLimits>;
  readonly logger: Logger;
  /** Real time, epoch ms: cookies and limits go by it, also where the service's own clock is moved. */
  readonly now?: () => number;
  /** Tests only. Milliseconds. */
  readonly heartbeatMs?: number;
}
