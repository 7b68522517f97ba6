import type { Store } from '../../../src/store/store.ts';
import { accountsContract } from './accounts.contract.ts';
import { auditContract } from './audit.contract.ts';
import { campaignContract } from './campaign.contract.ts';
import { deskContract } from './desk.contract.ts';
import { directoryContract } from './directory.contract.ts';
import { enrolmentContract } from './enrolment.contract.ts';
import { historyContract } from './history.contract.ts';
import { inboxContract } from './inbox.contract.ts';
import { outboxContract } from './outbox.contract.ts';
import { promisesContract } from './promises.contract.ts';
import { recordsContract } from './records.contract.ts';
import { registerListsContract } from './register-lists.contract.ts';
import { registersContract } from './registers.contract.ts';
import { reportsContract } from './reports.contract.ts';
import { searchContract } from './search.contract.ts';
import { settingsHistoryContract } from './settings-history.contract.ts';
import { shiftsContract } from './shifts.contract.ts';
import { timersContract } from './timers.contract.ts';
import { turnsContract } from './turns.contract.ts';
import { viewsContract } from './views.contract.ts';
import { workContract } from './work.contract.ts';

/** One store for one test. */
interface StoreUnderTest {
  readonly store: Store;
  /** Closes the store and opens the same data again; absent for a store that keeps nothing. */
  readonly reopen?: () => Promise<Store>;
  readonly cleanup: () => Promise<void>;
}

export type StoreFactory = () => Promise<StoreUnderTest>;

/** What every backend must do. A backend's test file calls this with its own factory and nothing else. */
export function storeContract(name: string, factory: StoreFactory): void {
  turnsContract(name, factory);
  recordsContract(name, factory);
  outboxContract(name, factory);
  timersContract(name, factory);
  directoryContract(name, factory);
  campaignContract(name, factory);
  enrolmentContract(name, factory);
  viewsContract(name, factory);
  inboxContract(name, factory);
  deskContract(name, factory);
  searchContract(name, factory);
  historyContract(name, factory);
  settingsHistoryContract(name, factory);
  registersContract(name, factory);
  registerListsContract(name, factory);
  accountsContract(name, factory);
  auditContract(name, factory);
  promisesContract(name, factory);
  workContract(name, factory);
  shiftsContract(name, factory);
  reportsContract(name, factory);
}
