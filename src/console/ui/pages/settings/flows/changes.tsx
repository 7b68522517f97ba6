import { Typography } from 'antd';
import type { SettingsDifference } from '../../../../wire/settings.ts';
import { useWords } from '../../../language/language.tsx';
import { words } from '../../../words/settings.ts';

const SHOWN = 60;

/** What differs, value by value. */
export function Changes({ differences }: { readonly differences: readonly SettingsDifference[] }) {
  const t = useWords(words);
  const more = differences.length - SHOWN;
  return (
    <div className="settings-scroll">
      {differences.slice(0, SHOWN).map(({ path, from, to }) => (
        <div key={path} className="settings-change">
          <Typography.Text code>{path}</Typography.Text>
          <div>
            <Typography.Text type="secondary">{t('before')} </Typography.Text>
            <del>{from ?? t('empty')}</del>
          </div>
          <div>
            <Typography.Text type="secondary">{t('after')} </Typography.Text>
            <ins>{to ?? t('empty')}</ins>
          </div>
        </div>
      ))}
      {more > 0 && <Typography.Text type="secondary">{t('moreChanges', { n: more })}</Typography.Text>}
    </div>
  );
}
