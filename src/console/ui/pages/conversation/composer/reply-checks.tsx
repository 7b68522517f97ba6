import { Alert, Checkbox, Flex, Input } from 'antd';
import type { WordingCheck } from '../../../../wire/conversation.ts';
import { useWords } from '../../../language/language.tsx';
import { InstantField } from '../../../parts/instant-field.tsx';
import { words } from '../../../words/conversation.ts';
import { words as wording } from '../../../words/wording.ts';
import type { Promising } from './use-promise.ts';

interface Props {
  readonly check: WordingCheck | undefined;
  readonly holes: readonly string[];
  readonly promising: Promising | null;
  readonly override: string;
  readonly onOverride: (reason: string) => void;
}

/** Why a wording is flagged, in the language of the console. */
function useReasonWords(): (reason: string) => string {
  const t = useWords(wording);
  return (reason) => (Object.hasOwn(wording.en, reason) ? t(reason as keyof typeof wording.en) : reason);
}

/** What is wrong with the reply as it stands; a wording may leave all the same, with a reason. */
export function ReplyChecks({ check, holes, promising, override, onOverride }: Props) {
  const t = useWords(words);
  const reasonOf = useReasonWords();
  const flags = check?.flags ?? [];
  return (
    <div role="status" className="reply-checks">
      {holes.length > 0 && <Alert type="warning" showIcon title={t('holes', { holes: holes.join(' ') })} />}
      {promising !== null && <Promised promising={promising} />}
      {flags.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={
            <>
              {t('flagged')}
              <ul className="flag-list">
                {flags.map(({ phrase, why, start }) => (
                  <li key={`${why} ${String(start)}`}>{t('flagLine', { phrase, why: reasonOf(why) })}</li>
                ))}
              </ul>
              <Input
                aria-label={t('overrideWhy')}
                placeholder={`${t('overrideWhy')} (${t('overrideHint')})`}
                maxLength={200}
                value={override}
                onChange={(event) => {
                  onOverride(event.target.value);
                }}
              />
            </>
          }
        />
      )}
    </div>
  );
}

/** A reply that promises a call takes its task with it, unless its author says that there is one already. */
function Promised({ promising: { isWanted, want, dueAt, setDueAt } }: { readonly promising: Promising }) {
  const t = useWords(words);
  return (
    <Alert
      type="info"
      title={
        <Flex gap={8} align="center" wrap>
          <Checkbox
            checked={isWanted}
            onChange={({ target }) => {
              want(target.checked);
            }}
          >
            {t('promiseTask')}
          </Checkbox>
          {isWanted && (
            <InstantField
              aria-label={t('callbackDue')}
              value={dueAt}
              onChange={(at) => {
                if (at !== undefined) setDueAt(at);
              }}
            />
          )}
        </Flex>
      }
    />
  );
}
