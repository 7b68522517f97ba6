import { Card, Col, Row } from 'antd';
import { useWords } from '../../language/language.tsx';
import { PageHeader } from '../../parts/page-header.tsx';
import { PasswordForm } from '../../parts/password-form.tsx';
import { useSession } from '../../shell/session.tsx';
import { words } from '../../words/me.ts';
import { words as shellWords } from '../../words/shell.ts';
import { SessionsCard } from './sessions-card.tsx';
import { TotpCard } from './totp-card.tsx';

const HALF = { xs: 24, lg: 12 };

/** What is one's own: password, second factor, sessions. */
export default function MyPage() {
  const t = useWords(words);
  const tRole = useWords(shellWords);
  const { name, role, department, userName } = useSession().account;
  const who = [name, userName, tRole(`role_${role}`), department].filter(Boolean).join(' · ');
  return (
    <>
      <PageHeader title={t('title')} hint={who} />
      <Row gutter={[16, 16]}>
        <Col {...HALF}>
          <Card title={t('password')}>
            <PasswordForm />
          </Card>
        </Col>
        <Col {...HALF}>
          <TotpCard />
        </Col>
        <Col span={24}>
          <SessionsCard />
        </Col>
      </Row>
    </>
  );
}
