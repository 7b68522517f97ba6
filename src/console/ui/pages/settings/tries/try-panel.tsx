import { Alert, Card, Col, Row } from 'antd';
import { useWords } from '../../../language/language.tsx';
import { words } from '../../../words/settings-try.ts';
import type { Draft } from '../flows/use-draft.ts';
import { Simulator } from './simulator.tsx';
import { TrialResult } from './trial-result.tsx';

/** A draft is tried: in a chat, and against the dialogue files. */
export function TryPanel({ draft }: { readonly draft: Draft }) {
  const t = useWords(words);
  if ((draft.check?.faults.length ?? 0) > 0) return <Alert type="warning" showIcon title={t('faultsFirst')} />;
  return (
    <Row gutter={[16, 16]}>
      <Col xs={24} xl={12}>
        <Card size="small" title={t('sim')}>
          <Simulator text={draft.text} />
        </Card>
      </Col>
      <Col xs={24} xl={12}>
        <Card size="small" title={t('trial')}>
          <TrialResult text={draft.text} />
        </Card>
      </Col>
    </Row>
  );
}
