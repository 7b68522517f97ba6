import { ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import en from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import zhTW from 'antd/es/locale/zh_TW';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import 'dayjs/locale/zh-tw';
import { type ReactNode, useEffect } from 'react';
import type { Language } from '../../../domain/language.ts';
import { THEME } from '../shell/theme.ts';
import { useLanguage } from './language.tsx';

const LOCALES: Readonly<Record<Language, { readonly antd: Locale; readonly dayjs: string }>> = {
  'zh-CN': { antd: zhCN, dayjs: 'zh-cn' },
  'zh-TW': { antd: zhTW, dayjs: 'zh-tw' },
  en: { antd: en, dayjs: 'en' },
};

/** The components in the language of the console, in our colours and type. */
export function LocaleProvider({ children }: { readonly children: ReactNode }) {
  const locale = LOCALES[useLanguage().language];
  useEffect(() => {
    dayjs.locale(locale.dayjs);
  }, [locale]);
  return (
    <ConfigProvider locale={locale.antd} theme={THEME} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  );
}
