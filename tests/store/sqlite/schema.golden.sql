CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  user_name TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  department TEXT,
  staff_name TEXT,
  active INTEGER NOT NULL,
  must_change INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  password TEXT NOT NULL,
  totp TEXT,
  totp_step INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;

CREATE TABLE audit (
  no INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  subject TEXT NOT NULL
, why TEXT, hash TEXT);

CREATE TABLE audit_shown (id TEXT NOT NULL, no INTEGER NOT NULL, PRIMARY KEY (id, no)) WITHOUT ROWID;

CREATE TABLE contacts (
  address TEXT NOT NULL,
  channel TEXT NOT NULL,
  version INTEGER NOT NULL,
  conversation_id TEXT,
  opted_out_at INTEGER,
  unreachable TEXT,
  proactive_at TEXT,
  PRIMARY KEY (address, channel)
) WITHOUT ROWID;

CREATE TABLE conversations (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  channel TEXT NOT NULL,
  address TEXT NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  outcome TEXT,
  last_seq INTEGER NOT NULL,
  read_seq INTEGER NOT NULL,
  fence INTEGER NOT NULL,
  last_message INTEGER NOT NULL,
  timers TEXT,
  record TEXT NOT NULL
);

CREATE TABLE dedupe (key TEXT PRIMARY KEY, day INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;

CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  conversation INTEGER NOT NULL,
  author TEXT NOT NULL,
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  send_at INTEGER,
  refused TEXT
) WITHOUT ROWID;

CREATE TABLE enrolment_tokens (
  hash TEXT PRIMARY KEY,
  patient INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  channel TEXT,
  address TEXT
) WITHOUT ROWID;

CREATE TABLE enrolments (
  patient INTEGER NOT NULL,
  channel TEXT NOT NULL,
  address TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (patient, channel, address)
) WITHOUT ROWID;

CREATE TABLE gauges (name TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE heartbeat (one INTEGER PRIMARY KEY CHECK (one = 1), at INTEGER NOT NULL);

CREATE TABLE imports (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  hash TEXT NOT NULL,
  counts TEXT NOT NULL
);

CREATE TABLE inbox (
  conversation INTEGER PRIMARY KEY,
  open INTEGER NOT NULL,
  owner TEXT,
  rank INTEGER NOT NULL,
  waiting INTEGER NOT NULL,
  snoozed INTEGER NOT NULL,
  department TEXT,
  reason TEXT,
  channel TEXT NOT NULL,
  updated INTEGER NOT NULL
);

CREATE TABLE inbox_labels (
  label TEXT NOT NULL,
  conversation INTEGER NOT NULL,
  PRIMARY KEY (label, conversation)
) WITHOUT ROWID;

CREATE TABLE mentions (account TEXT NOT NULL, note INTEGER NOT NULL, PRIMARY KEY (account, note)) WITHOUT ROWID;

CREATE TABLE messages (
  no INTEGER PRIMARY KEY,
  previous INTEGER NOT NULL,
  conversation INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  direction TEXT NOT NULL,
  author TEXT NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  delivery TEXT NOT NULL,
  phrases TEXT,
  options TEXT,
  readings TEXT,
  failure TEXT,
  provider_id TEXT
, by_account TEXT);

CREATE TABLE notes (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  conversation INTEGER NOT NULL,
  author TEXT NOT NULL,
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  mentions TEXT
);

CREATE TABLE outbox (
  conversation INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  message INTEGER NOT NULL,
  phase INTEGER NOT NULL,
  due INTEGER NOT NULL,
  urgent INTEGER NOT NULL,
  proactive INTEGER NOT NULL,
  confirms_opt_out INTEGER NOT NULL,
  not_before INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  fence INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  first_tried_at INTEGER,
  PRIMARY KEY (conversation, seq)
) WITHOUT ROWID;

CREATE TABLE patients (
  no INTEGER PRIMARY KEY,
  id TEXT UNIQUE,
  record_no TEXT UNIQUE,
  name TEXT NOT NULL,
  deceased_at INTEGER
);

CREATE TABLE promises (
  no INTEGER PRIMARY KEY,
  item INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  first_due INTEGER NOT NULL,
  due INTEGER NOT NULL,
  day TEXT NOT NULL,
  department TEXT NOT NULL,
  ward TEXT NOT NULL,
  channel TEXT NOT NULL,
  who TEXT,
  settled_at INTEGER,
  withdrawn INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE register_attachments (
  id TEXT PRIMARY KEY,
  register INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  account TEXT NOT NULL,
  account_name TEXT NOT NULL,
  at INTEGER NOT NULL,
  deleted TEXT
) WITHOUT ROWID;

CREATE TABLE register_history (
  no INTEGER PRIMARY KEY,
  register INTEGER NOT NULL,
  at INTEGER NOT NULL,
  account TEXT NOT NULL,
  name TEXT NOT NULL,
  field TEXT NOT NULL,
  old TEXT NOT NULL,
  next TEXT NOT NULL
);

CREATE TABLE registers (
  no INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  conversation INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  text TEXT NOT NULL,
  concerns TEXT NOT NULL,
  at INTEGER NOT NULL,
  status TEXT NOT NULL
, version INTEGER NOT NULL DEFAULT 0, concerned TEXT NOT NULL DEFAULT '', department TEXT NOT NULL DEFAULT '', co TEXT, due_on TEXT, due_provisional INTEGER NOT NULL DEFAULT 0, paused_at INTEGER, escalated INTEGER NOT NULL DEFAULT 0, duplicate_of TEXT, form TEXT, named TEXT);

CREATE TABLE report_counts (
  period TEXT NOT NULL,
  department TEXT NOT NULL,
  ward TEXT NOT NULL,
  channel TEXT NOT NULL,
  counts TEXT NOT NULL,
  PRIMARY KEY (period, department, ward, channel)
) WITHOUT ROWID;

CREATE TABLE report_handoffs (
  item INTEGER PRIMARY KEY,
  conversation INTEGER NOT NULL,
  at INTEGER NOT NULL,
  day TEXT NOT NULL,
  department TEXT NOT NULL,
  ward TEXT NOT NULL,
  channel TEXT NOT NULL,
  reason TEXT NOT NULL,
  priority TEXT NOT NULL,
  answered_at INTEGER
, opened_at INTEGER);

CREATE TABLE report_state (one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL);

CREATE TABLE report_stays (
  stay INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  department TEXT NOT NULL,
  ward TEXT NOT NULL,
  channel TEXT NOT NULL,
  names TEXT NOT NULL
);

CREATE TABLE report_talks (conversation INTEGER PRIMARY KEY, stay INTEGER NOT NULL);

CREATE TABLE report_work (
  day TEXT NOT NULL,
  account TEXT NOT NULL,
  what TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, account, what)
) WITHOUT ROWID;

CREATE TABLE saved_views (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  view TEXT NOT NULL
);

CREATE VIRTUAL TABLE search_lines USING fts5(words, content = '', columnsize = 0, detail = none, tokenize = 'ascii');

CREATE TABLE 'search_lines_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'search_lines_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_lines_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE VIRTUAL TABLE search_people USING fts5(words, content = '', columnsize = 0, detail = none, tokenize = 'ascii');

CREATE TABLE 'search_people_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'search_people_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_people_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE search_progress (one INTEGER PRIMARY KEY CHECK (one = 1), line INTEGER NOT NULL, person INTEGER NOT NULL);

CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  device TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE settings_versions (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT,
  why TEXT NOT NULL,
  source TEXT NOT NULL,
  restores INTEGER,
  hash TEXT NOT NULL,
  text TEXT NOT NULL
);

CREATE TABLE shifts (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  account_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  day TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  version INTEGER NOT NULL,
  packet TEXT,
  signed_out TEXT,
  signed_out_at INTEGER,
  acceptance TEXT,
  escalated_at INTEGER,
  review TEXT
, late_told_at INTEGER);

CREATE TABLE sign_in_attempts (
  key TEXT PRIMARY KEY,
  count INTEGER NOT NULL,
  at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE staff (
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  department TEXT NOT NULL,
  PRIMARY KEY (name, role, department)
) WITHOUT ROWID;

CREATE TABLE stays (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  patient INTEGER NOT NULL,
  discharged_on TEXT NOT NULL,
  channel TEXT NOT NULL,
  address TEXT NOT NULL,
  follow_up TEXT NOT NULL,
  follow_up_at INTEGER,
  cancel_reason TEXT,
  stay TEXT NOT NULL
, passed_over TEXT);

CREATE TABLE tallies (
  day TEXT NOT NULL,
  name TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, name)
) WITHOUT ROWID;

CREATE TABLE timers (
  filed INTEGER NOT NULL,
  conversation INTEGER NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (filed, conversation, kind)
) WITHOUT ROWID;

CREATE TABLE work_events (
  no INTEGER PRIMARY KEY,
  item TEXT NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  details TEXT NOT NULL
);

CREATE TABLE work_items (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  conversation INTEGER NOT NULL,
  kind TEXT NOT NULL,
  reason TEXT,
  priority TEXT NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  status TEXT NOT NULL
, details TEXT, version INTEGER NOT NULL DEFAULT 1, source TEXT NOT NULL DEFAULT 'bot', assignee TEXT, started_at INTEGER, due INTEGER, remind_at INTEGER, alarm INTEGER, result TEXT, contact_changed TEXT, urgent_at INTEGER);

CREATE TABLE wrong_numbers (
  patient INTEGER NOT NULL,
  address TEXT NOT NULL,
  channel TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (patient, address, channel)
) WITHOUT ROWID;

CREATE INDEX audit_subject ON audit (subject);

CREATE INDEX audit_who ON audit (who);

CREATE INDEX conversations_address ON conversations (address, channel);

CREATE INDEX drafts_conversation ON drafts (conversation, at);

CREATE INDEX drafts_due ON drafts (send_at) WHERE send_at IS NOT NULL AND refused IS NULL;

CREATE INDEX inbox_counts ON inbox (open, snoozed, rank, owner, waiting);

CREATE INDEX inbox_department ON inbox (department);

CREATE INDEX inbox_owner ON inbox (open, owner, rank, waiting);

CREATE INDEX inbox_updated ON inbox (open, updated);

CREATE INDEX inbox_waiting ON inbox (open, rank, waiting);

CREATE INDEX messages_provider ON messages (provider_id) WHERE provider_id IS NOT NULL;

CREATE INDEX notes_conversation ON notes (conversation);

CREATE INDEX outbox_due ON outbox (phase, due);

CREATE INDEX promises_day ON promises (day);

CREATE UNIQUE INDEX promises_open ON promises (item) WHERE settled_at IS NULL;

CREATE INDEX register_attachments_register ON register_attachments (register, at);

CREATE INDEX register_history_register ON register_history (register);

CREATE INDEX registers_at ON registers (at);

CREATE UNIQUE INDEX registers_conversation ON registers (conversation, idx);

CREATE INDEX registers_due ON registers (due_on) WHERE kind = 'complaint' AND status <> 'closed';

CREATE UNIQUE INDEX registers_number ON registers (kind, year, number);

CREATE INDEX registers_unnamed ON registers (no) WHERE named IS NULL;

CREATE INDEX report_handoffs_day ON report_handoffs (day);

CREATE INDEX report_handoffs_unopened ON report_handoffs (conversation) WHERE priority = 'urgent' AND opened_at IS NULL;

CREATE INDEX report_stays_day ON report_stays (day, stay);

CREATE INDEX report_talks_stay ON report_talks (stay);

CREATE INDEX saved_views_account ON saved_views (account);

CREATE INDEX sessions_account ON sessions (account);

CREATE INDEX shifts_day ON shifts (day, no);

CREATE INDEX shifts_late ON shifts (ends_at) WHERE state = 'running' AND late_told_at IS NULL;

CREATE UNIQUE INDEX shifts_one_each ON shifts (account) WHERE state <> 'over';

CREATE INDEX shifts_unreviewed ON shifts (no) WHERE state = 'over' AND review IS NULL;

CREATE INDEX shifts_waiting ON shifts (signed_out_at) WHERE state = 'handing_over' AND escalated_at IS NULL;

CREATE INDEX stays_address ON stays (address, channel);

CREATE UNIQUE INDEX stays_patient ON stays (patient, discharged_on);

CREATE INDEX stays_planned ON stays (follow_up_at) WHERE follow_up = 'planned';

CREATE INDEX stays_withdrawing ON stays (no) WHERE follow_up = 'withdrawing';

CREATE INDEX work_events_item ON work_events (item);

CREATE INDEX work_items_alarm ON work_items (alarm) WHERE alarm IS NOT NULL AND status = 'open';

CREATE INDEX work_items_conversation ON work_items (conversation);

CREATE UNIQUE INDEX work_items_one_handoff ON work_items (conversation) WHERE kind = 'handoff' AND status = 'open';

CREATE INDEX work_items_state ON work_items (status, kind, due);

CREATE TRIGGER audit_is_chained BEFORE INSERT ON audit WHEN NEW.hash IS NULL OR NEW.no <= (SELECT max(no) FROM audit)
BEGIN SELECT RAISE(ABORT, 'audit rows are chained, at the end'); END;

CREATE TRIGGER audit_keeps_everything BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;

CREATE TRIGGER audit_stays_as_it_is BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END;

CREATE TRIGGER conversation_added AFTER INSERT ON conversations BEGIN
  INSERT INTO gauges VALUES ('state.' || new.state, 1) ON CONFLICT DO UPDATE SET count = count + 1;
  INSERT INTO gauges SELECT 'outcome.' || new.outcome, 1 WHERE new.outcome IS NOT NULL ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER conversation_changed AFTER UPDATE OF state, outcome ON conversations
WHEN old.state IS NOT new.state OR old.outcome IS NOT new.outcome BEGIN
  UPDATE gauges SET count = count - 1 WHERE name IN ('state.' || old.state, 'outcome.' || old.outcome);
  INSERT INTO gauges VALUES ('state.' || new.state, 1) ON CONFLICT DO UPDATE SET count = count + 1;
  INSERT INTO gauges SELECT 'outcome.' || new.outcome, 1 WHERE new.outcome IS NOT NULL ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER register_history_stays_as_it_is BEFORE UPDATE ON register_history
BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;

CREATE TRIGGER settings_versions_are_kept BEFORE DELETE ON settings_versions
BEGIN SELECT RAISE(ABORT, 'the history of the settings is append-only'); END;

CREATE TRIGGER settings_versions_stay BEFORE UPDATE ON settings_versions
BEGIN SELECT RAISE(ABORT, 'the history of the settings is append-only'); END;

CREATE TRIGGER shifts_kept BEFORE DELETE ON shifts BEGIN SELECT RAISE(ABORT, 'shifts are kept'); END;

CREATE TRIGGER shifts_signed_in BEFORE UPDATE OF acceptance ON shifts
WHEN old.acceptance IS NOT NULL AND new.acceptance IS NOT old.acceptance
BEGIN SELECT RAISE(ABORT, 'a signed handover stays as it is'); END;

CREATE TRIGGER shifts_signed_out BEFORE UPDATE OF packet, signed_out ON shifts
WHEN old.packet IS NOT NULL AND (new.packet IS NOT old.packet OR new.signed_out IS NOT old.signed_out)
BEGIN SELECT RAISE(ABORT, 'a signed packet stays as it is'); END;

CREATE TRIGGER stay_added AFTER INSERT ON stays BEGIN
  INSERT INTO gauges VALUES ('followUp.' || new.follow_up || ifnull('.' || new.cancel_reason, ''), 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER stay_changed AFTER UPDATE OF follow_up, cancel_reason ON stays
WHEN old.follow_up IS NOT new.follow_up OR old.cancel_reason IS NOT new.cancel_reason BEGIN
  UPDATE gauges SET count = count - 1 WHERE name = 'followUp.' || old.follow_up || ifnull('.' || old.cancel_reason, '');
  INSERT INTO gauges VALUES ('followUp.' || new.follow_up || ifnull('.' || new.cancel_reason, ''), 1)
    ON CONFLICT DO UPDATE SET count = count + 1;
END;

CREATE TRIGGER work_events_stay_as_they_are BEFORE UPDATE ON work_events BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
