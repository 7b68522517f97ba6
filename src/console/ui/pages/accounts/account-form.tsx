import { App, AutoComplete, Button, Checkbox, Drawer, Form, Input, Select } from 'antd';
import { ROLES } from '../../../../access/roles.ts';
import type { AccountView, PasswordGiven } from '../../../wire/access.ts';
import { useWords } from '../../language/language.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { words } from '../../words/accounts.ts';
import { words as shellWords } from '../../words/shell.ts';
import { type AccountFields, addAccount, changeAccount, useAccountChange, useRoster } from './queries.ts';

interface Props {
  /** null: a new one. */
  readonly account: AccountView | null;
  readonly onClose: () => void;
  /** A new account's password. */
  readonly onPassword: (given: PasswordGiven) => void;
}

const USER_NAME = /^[\p{L}\p{N}._@-]{2,40}$/u;

function orNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function optionsOf(names: readonly string[] | undefined) {
  return (names ?? []).map((value) => ({ value }));
}

interface Given extends AccountFields {
  /** Said expressly: complaints name nobody of this account. */
  readonly notInRoster?: boolean;
}

/** Makes an account, or changes what is known of one. */
export function AccountForm({ account, onClose, onPassword }: Props) {
  const t = useWords(words);
  const { message } = App.useApp();
  const saving = useAccountChange(async (fields: AccountFields) => {
    if (account === null) onPassword(await addAccount(fields));
    else await changeAccount({ ...account, ...fields });
  });
  const save = ({ notInRoster, ...given }: Given) => {
    const staffName = notInRoster === true ? null : orNull(given.staffName);
    const fields = { ...given, department: orNull(given.department), staffName };
    saving.mutate(fields, {
      onSuccess: () => {
        void message.success(t('saved'));
        onClose();
      },
    });
  };
  return (
    <Drawer open title={account === null ? t('add') : t('editTitle')} onClose={onClose} destroyOnHidden>
      <Form<Given>
        layout="vertical"
        initialValues={account ?? { role: 'officer' }}
        onFinish={save}
        requiredMark={false}
      >
        <Fields isNew={account === null} />
        {saving.error !== null && (
          <div className="gap-below">
            <ErrorState error={saving.error} />
          </div>
        )}
        <Button type="primary" htmlType="submit" loading={saving.isPending}>
          {t('save')}
        </Button>
      </Form>
    </Drawer>
  );
}

function Fields({ isNew }: { readonly isNew: boolean }) {
  const t = useWords(words);
  const tRole = useWords(shellWords);
  const { data: roster } = useRoster();
  const role = Form.useWatch<string | undefined>('role');
  const needed = { required: true, whitespace: true, message: t('needed') };
  const filter = {
    filterOption: (typed: string, option?: { value: string }) => option?.value.includes(typed) === true,
  };
  return (
    <>
      {isNew && (
        <Form.Item
          name="userName"
          label={t('userName')}
          extra={t('userNameHint')}
          rules={[{ required: true, pattern: USER_NAME, message: t('badUserName') }]}
        >
          <Input autoComplete="off" autoCapitalize="none" autoFocus />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('name')} extra={t('nameHint')} rules={[needed]}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label={t('role')}>
        <Select options={ROLES.map((value) => ({ value, label: tRole(`role_${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="department"
        label={t('department')}
        extra={t('departmentHint')}
        rules={role === 'head' ? [needed] : []}
      >
        <AutoComplete options={optionsOf(roster?.departments)} showSearch={filter} allowClear />
      </Form.Item>
      <RosterName options={optionsOf(roster?.staffNames)} />
    </>
  );
}

/** Under which name complaints would mean them; by this they are kept from whom they name, so it is asked for where there is none, too. */
function RosterName({ options }: { readonly options: { readonly value: string }[] }) {
  const t = useWords(words);
  const nobody = Form.useWatch<boolean | undefined>('notInRoster') === true;
  return (
    <>
      <Form.Item
        name="staffName"
        label={t('staffName')}
        extra={t('staffNameHint')}
        dependencies={['notInRoster']}
        rules={nobody ? [] : [{ required: true, whitespace: true, message: t('staffNameNeeded') }]}
      >
        <AutoComplete
          options={options}
          showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) === true }}
          allowClear
          disabled={nobody}
        />
      </Form.Item>
      <Form.Item name="notInRoster" valuePropName="checked">
        <Checkbox>{t('notInRoster')}</Checkbox>
      </Form.Item>
    </>
  );
}
