import { SearchOutlined } from '@ant-design/icons';
import { Flex, Input, type InputRef, Select } from 'antd';
import type { Ref } from 'react';
import type { InboxOrder, InboxPage } from '../../../wire/inbox.ts';
import { useWords } from '../../language/language.tsx';
import { words } from '../../words/inbox.ts';
import { AlertMenu } from './alert-menu.tsx';
import { FilterButton } from './filter-button.tsx';
import { type InboxPlace, ORDERS } from './inbox-place.ts';
import { KeyboardHelp } from './keyboard-help.tsx';
import { ViewsMenu } from './views-menu.tsx';

interface Props {
  readonly place: InboxPlace;
  readonly page: InboxPage | undefined;
  readonly searchBox: Ref<InputRef>;
  readonly search: { readonly text: string; readonly set: (text: string) => void };
  readonly help: { readonly open: boolean; readonly set: (open: boolean) => void };
  /** From the search to the list. */
  readonly onDown: () => void;
}

/** Search, order, filter, saved views, alerts and help above the list. */
export function InboxTools({ place, page, searchBox, search, help, onDown }: Props) {
  const t = useWords(words);
  const { look, setLook } = place;
  return (
    <Flex vertical gap={8}>
      <Flex gap={6}>
        <Input
          ref={searchBox}
          type="search"
          allowClear
          prefix={<SearchOutlined aria-hidden="true" />}
          aria-label={t('search')}
          placeholder={t('searchHint')}
          value={search.text}
          onChange={(event) => {
            search.set(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && search.text === '') event.currentTarget.blur();
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            onDown();
          }}
        />
        <span className="wide-only">
          <KeyboardHelp open={help.open} onOpen={help.set} />
        </span>
      </Flex>
      <Flex gap={6} wrap>
        <Select<InboxOrder>
          aria-label={t('order')}
          className="order-select"
          value={look.order}
          options={ORDERS.map((value) => ({ value, label: t(`order_${value}`) }))}
          onChange={(order) => {
            setLook({ ...look, order });
          }}
        />
        <FilterButton
          filters={look.filters}
          page={page}
          onChange={(filters) => {
            setLook({ ...look, filters });
          }}
        />
        <ViewsMenu look={look} onChoose={setLook} />
        <AlertMenu />
      </Flex>
    </Flex>
  );
}
