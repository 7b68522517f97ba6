/**
 * Who may do what in the console (handbook section 7: only those who need it see patient data). Every endpoint names one permission;
 * this table is the only place that grants them, and a test walks all endpoints × roles.
 */
export const PERMISSIONS = [
  /** The queues of conversations. */
  'inbox.view',
  /** Transcripts, answers, masked facts of the stay. */
  'conversation.view',
  /** Claim, release, reply, hand back, close, notes, labels, corrections of answers. */
  'conversation.handle',
  /** Give a conversation to somebody else, or take it from its owner. */
  'conversation.assign',
  /**
   * Open what is masked in conversations and registers: full name, number, record number. A reason is asked and audited. Only together
   * with seeing both; name and number of a task go with `work.handle`.
   */
  'patient.unmask',
  /** Read the registers; department heads: what concerns their department. */
  'register.view',
  /** Write entries by hand, change their fields, assign them to a department. */
  'register.edit',
  /** The department's finding, signed by its head. */
  'register.answer',
  /** The conduct office (行风办) approves the handling. */
  'register.approve',
  /** A leader's instruction. */
  'register.instruct',
  /** Tell the contact the result and close. */
  'register.close',
  /** Take an attachment away, with a reason. */
  'register.attach',
  'register.detach',
  /** Appointment requests and callbacks. */
  'work.view',
  /** Settle them; open name and number of one, with a reason that is audited. */
  'work.handle',
  /** Hand a shift over and accept one. */
  'shift.take',
  /** The supervisor's daily review of shifts. */
  'shift.review',
  'report.view',
  'report.export',
  'settings.view',
  /** Hours, holidays, standard replies, roster. */
  'settings.edit',
  /** Try and publish flows.config.json, roll it back. */
  'flows.publish',
  'import.run',
  'campaign.control',
  'accounts.manage',
  'audit.view',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Follow-up officer, supervisor, department head, conduct office (行风办), leader, appointment desk, administrator. */
export const ROLES = ['officer', 'supervisor', 'head', 'conduct', 'leader', 'desk', 'admin'] as const;
export type Role = (typeof ROLES)[number];

const OFFICER = [
  'inbox.view',
  'conversation.view',
  'conversation.handle',
  'patient.unmask',
  'register.view',
  'register.edit',
  'register.attach',
  'register.close',
  'work.view',
  'work.handle',
  'shift.take',
  'report.view',
] as const satisfies readonly Permission[];

const GRANTED: Readonly<Record<Role, readonly Permission[]>> = {
  officer: OFFICER,
  supervisor: [
    ...OFFICER,
    'conversation.assign',
    'register.detach',
    'shift.review',
    'report.export',
    'settings.view',
    'settings.edit',
    'import.run',
    'campaign.control',
  ],
  head: ['register.view', 'register.answer', 'register.attach', 'report.view'],
  conduct: [
    'conversation.view',
    'patient.unmask',
    'register.view',
    'register.edit',
    'register.attach',
    'register.approve',
    'register.close',
    'report.view',
    'report.export',
  ],
  leader: ['register.view', 'register.instruct', 'report.view', 'report.export'],
  desk: ['work.view', 'work.handle'],
  /** Runs the service and sees no patient. */
  admin: [
    'report.view',
    'settings.view',
    'settings.edit',
    'flows.publish',
    'import.run',
    'campaign.control',
    'accounts.manage',
    'audit.view',
  ],
};

export function mayDo(role: Role, permission: Permission): boolean {
  return GRANTED[role].includes(permission);
}

/** In the order of PERMISSIONS. */
export function permissionsOf(role: Role): readonly Permission[] {
  return PERMISSIONS.filter((permission) => mayDo(role, permission));
}

/** Reads a role from stored or foreign text. */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
