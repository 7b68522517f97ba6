import { Form, type FormInstance, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/language.tsx';
import { useReturnFocus } from '../../../parts/use-return-focus.ts';
import { words } from '../../../words/conversation.ts';

interface Props<T extends object> {
  readonly title: string;
  readonly form: FormInstance<T>;
  readonly start?: Partial<T>;
  readonly busy: boolean;
  readonly danger?: boolean;
  readonly onDone: (given: T) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog that asks for what an action needs. Enter in a single line does it. */
export function ActionDialog<T extends object>(props: Props<T>) {
  const t = useWords(words);
  useReturnFocus();
  const { title, form, start, busy, danger = false, onDone, onClose, children } = props;
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t('cancel')}
      confirmLoading={busy}
      okButtonProps={{ danger, htmlType: 'submit' }}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form<T>
        form={form}
        layout="vertical"
        requiredMark={false}
        {...(start === undefined ? {} : { initialValues: start })}
        onFinish={onDone}
      >
        {children}
      </Form>
    </Modal>
  );
}
