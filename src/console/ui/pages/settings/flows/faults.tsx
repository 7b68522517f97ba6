import { Alert, Button, Flex, Typography } from 'antd';
import type { SettingsFault } from '../../../../wire/settings.ts';
import { allowedWords, foundWords } from '../../../language/fault-words.ts';
import { useWords } from '../../../language/language.tsx';
import { words as details } from '../../../words/refusals.ts';
import { words } from '../../../words/settings.ts';

interface Props {
  readonly faults: readonly SettingsFault[];
  /** Shows the line in the text. */
  readonly onShow: (line: number) => void;
}

/** Every fault of a text: where, what stands there, what is allowed. */
export function Faults({ faults, onShow }: Props) {
  const t = useWords(words);
  const say = useWords(details);
  if (faults.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      className="gap-below"
      title={t('faults', { n: faults.length })}
      description={
        <div className="settings-scroll">
          {faults.map(({ path, value, allowed, line }) => (
            <Flex key={`${path} ${value} ${allowed}`} vertical className="settings-change">
              <span>
                <Typography.Text code>{path === '(file)' ? t('faultFile') : path}</Typography.Text>{' '}
                <Button
                  type="link"
                  size="small"
                  aria-label={t('jump')}
                  onClick={() => {
                    onShow(line);
                  }}
                >
                  {t('faultAt', { line })}
                </Button>
              </span>
              <span>{t('found', { what: foundWords(value, say) })}</span>
              {allowed !== '' && <span>{t('allowed', { what: allowedWords(allowed, say) })}</span>}
            </Flex>
          ))}
        </div>
      }
    />
  );
}
