import type { IdSource } from '../../../domain/ids.ts';
import type { AttachmentFiles } from '../../../registers/attachment-files.ts';
import type { RegisterDesk } from '../../../registers/desk.ts';
import type { Store } from '../../../store/store.ts';

/** What the endpoints of the registers use. */
export interface RegisterApi {
  readonly desk: RegisterDesk;
  readonly files: AttachmentFiles;
  readonly store: Pick<Store, 'registers' | 'audit'>;
  readonly ids: IdSource;
  /** IANA zone of the hospital. */
  readonly zone: () => string;
  readonly hospitalName: (language: 'zh-CN' | 'zh-TW' | 'en') => string;
  /** Offices and departments that an entry can be given to. */
  readonly departments: () => Promise<readonly string[]>;
  /** Departments with an active account of a head. */
  readonly headed: () => Promise<readonly string[]>;
}
