import { DatePicker, Flex, Input, InputNumber, TimePicker, Typography } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useId } from 'react';
import { LANGUAGES, type Language } from '../../../../../domain/language.ts';
import { useWords } from '../../../language/language.tsx';
import { LANGUAGE_NAMES } from '../../../language/names.ts';
import { words } from '../../../words/settings-form.ts';
import { type JsonPath, parsed, valueAt, withValue } from '../flows/json-text.ts';
import type { Draft } from '../flows/use-draft.ts';
import { segmentsOf } from './segments-of.ts';

/** The value at a path of the draft, and how it is changed. */
export function useField(draft: Draft, path: JsonPath): readonly [unknown, (value: unknown) => void] {
  const write = (value: unknown) => {
    draft.write(withValue(draft.text, path, value));
  };
  return [valueAt(parsed(draft.text), path), write];
}

interface LabelledProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly children: (id: string) => ReactNode;
}

/** A control with its label above and its hint below. */
export function Labelled({ label, hint, children }: LabelledProps) {
  const id = useId();
  return (
    <Flex vertical gap={2} className="settings-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint !== undefined && (
        <Typography.Text type="secondary" className="settings-note">
          {hint}
        </Typography.Text>
      )}
    </Flex>
  );
}

interface FieldProps {
  readonly draft: Draft;
  readonly path: JsonPath;
  readonly label: string;
  readonly hint?: string;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

export function TextField({ draft, path, ...labelled }: FieldProps) {
  const [value, write] = useField(draft, path);
  return (
    <Labelled {...labelled}>
      {(id) => (
        <Input
          id={id}
          value={text(value)}
          onChange={(event) => {
            write(event.target.value);
          }}
        />
      )}
    </Labelled>
  );
}

/** A whole number; empty means the default. */
export function NumberField({ draft, path, ...labelled }: FieldProps) {
  const [value, write] = useField(draft, path);
  return (
    <Labelled {...labelled}>
      {(id) => (
        <InputNumber
          id={id}
          className="settings-full"
          value={typeof value === 'number' ? value : null}
          onChange={(next) => {
            write(next ?? undefined);
          }}
        />
      )}
    </Labelled>
  );
}

/** `HH:MM`, in the words of the console and not of the browser. */
export function TimeField({ draft, path, ...labelled }: FieldProps) {
  const [value, write] = useField(draft, path);
  const time = dayjs(`2000-01-01T${text(value)}`);
  return (
    <Labelled {...labelled}>
      {(id) => (
        <TimePicker
          id={id}
          className="settings-full"
          format="HH:mm"
          needConfirm={false}
          allowClear={false}
          value={time.isValid() ? time : null}
          onChange={(picked) => {
            if (picked) write(picked.format('HH:mm'));
          }}
        />
      )}
    </Labelled>
  );
}

/** `YYYY-MM-DD`, in the words of the console and not of the browser. */
export function DateField({ draft, path, ...labelled }: FieldProps) {
  const [value, write] = useField(draft, path);
  const day = dayjs(typeof value === 'string' ? value : null);
  return (
    <Labelled {...labelled}>
      {(id) => (
        <DatePicker
          id={id}
          className="settings-full"
          allowClear={false}
          value={day.isValid() ? day : null}
          onChange={(picked) => {
            if (picked) write(picked.format('YYYY-MM-DD'));
          }}
        />
      )}
    </Labelled>
  );
}

interface WordingProps extends Omit<FieldProps, 'label'> {
  /** Above the three languages. */
  readonly title?: ReactNode;
  /** Counts what each language costs as a text message. */
  readonly counted?: boolean;
}

/** The same words in each language that patients are written to in. */
export function WordingField({ draft, path, title, hint, counted = false }: WordingProps) {
  return (
    <Flex vertical gap={8}>
      {title !== undefined && <Typography.Text strong>{title}</Typography.Text>}
      {LANGUAGES.map((language) => (
        <OneLanguage key={language} draft={draft} path={path} language={language} counted={counted} />
      ))}
      {hint !== undefined && (
        <Typography.Text type="secondary" className="settings-note">
          {hint}
        </Typography.Text>
      )}
    </Flex>
  );
}

interface OneLanguageProps extends Pick<WordingProps, 'draft' | 'path'> {
  readonly language: Language;
  readonly counted: boolean;
}

function OneLanguage({ draft, path, language, counted }: OneLanguageProps) {
  const t = useWords(words);
  const [value, write] = useField(draft, [...path, language]);
  const count = segmentsOf(text(value), draft.text, language);
  const hint = counted ? (
    <Typography.Text type={count.segments > 2 ? 'danger' : 'secondary'} className="settings-note">
      {t('units', { units: count.units, segments: count.segments })}
    </Typography.Text>
  ) : undefined;
  return (
    <Labelled label={LANGUAGE_NAMES[language]} {...(hint === undefined ? {} : { hint })}>
      {(id) => (
        <Input.TextArea
          id={id}
          lang={language}
          autoSize={{ minRows: 1, maxRows: 6 }}
          value={text(value)}
          onChange={(event) => {
            write(event.target.value);
          }}
        />
      )}
    </Labelled>
  );
}
