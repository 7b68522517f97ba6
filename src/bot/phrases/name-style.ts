/** How much of the patient's name a message shows: 王建国, 王*国, 王先生. */
export const NAME_STYLES = ['full', 'masked', 'surname_title'] as const;
export type NameStyle = (typeof NAME_STYLES)[number];
