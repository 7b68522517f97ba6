import { initial } from './0001-initial.ts';
import { staff } from './0002-staff.ts';
import { requests } from './0003-requests.ts';
import { enrolment } from './0004-enrolment.ts';
import { access } from './0005-access.ts';
import { desk } from './0006-desk.ts';
import { registers } from './0007-registers.ts';
import { reports } from './0008-reports.ts';
import { shifts } from './0009-shifts.ts';
import { settings } from './0010-settings.ts';
import { work } from './0011-work.ts';
import { staffLines } from './0012-staff-lines.ts';
import { alerts } from './0014-alerts.ts';
import { dedupeDays } from './0016-dedupe-days.ts';
import { escalation } from './0017-escalation.ts';
import { duties } from './0018-duties.ts';
import { promises } from './0019-promises.ts';
import type { Migration } from './migration.ts';

/** All steps, in order. */
export const MIGRATIONS: readonly Migration[] = [
  initial,
  staff,
  requests,
  enrolment,
  access,
  desk,
  registers,
  reports,
  shifts,
  settings,
  work,
  staffLines,
  alerts,
  dedupeDays,
  escalation,
  duties,
  promises,
];
