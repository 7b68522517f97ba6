import type { Permission } from '../access/roles.ts';
import type { RegisterForm } from '../domain/register.ts';

/**
 * Who may fill in which column, apart from what a step writes. `department` and `coDepartments` are missing: they change by assigning
 * only, and `instruction` by instructing.
 */
export const FIELD_PERMISSIONS = {
  contactName: ['register.edit'],
  relation: ['register.edit'],
  patientName: ['register.edit'],
  recordNo: ['register.edit'],
  phone: ['register.edit'],
  address: ['register.edit'],
  followedUpAt: ['register.edit'],
  concerns: ['register.edit'],
  concernedDepartment: ['register.edit'],
  categories: ['register.edit'],
  severity: ['register.edit'],
  proposal: ['register.approve'],
  opinion: ['register.approve'],
  facts: ['register.edit', 'register.answer'],
  improvement: ['register.edit', 'register.answer'],
  returnVisit: ['register.edit'],
  handled: ['register.edit'],
  remarks: ['register.edit'],
} as const satisfies Readonly<Partial<Record<keyof RegisterForm, readonly Permission[]>>>;

export type EditableField = keyof typeof FIELD_PERMISSIONS;
export const EDITABLE_FIELDS = Object.keys(FIELD_PERMISSIONS) as readonly EditableField[];

/** New values of some columns. */
export type FieldChanges = Partial<Pick<RegisterForm, EditableField>>;

/** The columns among these that this account must not fill in. */
export function forbiddenFields(
  changes: FieldChanges,
  may: (permission: Permission) => boolean,
): readonly EditableField[] {
  return EDITABLE_FIELDS.filter((field) => changes[field] !== undefined && !FIELD_PERMISSIONS[field].some(may));
}
