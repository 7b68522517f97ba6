import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Input, Select, Typography } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { LANGUAGES, type Language } from '../../../../../domain/language.ts';
import type { Simulation, SimulationWish } from '../../../../wire/settings.ts';
import { ApiError, post } from '../../../api/client.ts';
import { useLanguage, useWords } from '../../../language/language.tsx';
import { LANGUAGE_NAMES } from '../../../language/names.ts';
import type { Say } from '../../../language/words.ts';
import { ErrorState } from '../../../parts/error-state.tsx';
import { Clock } from '../../../parts/times.tsx';
import { words as findings } from '../../../words/findings.ts';
import { words } from '../../../words/settings-try.ts';
import { Recorded } from './recorded.tsx';

const WAITS = [1, 24, 72] as const;

type Step = { readonly text: string } | { readonly hours: number } | 'begin';

/** A chat with the draft, in the place of the patient. */
export function Simulator({ text }: { readonly text: string }) {
  const t = useWords(words);
  const { language } = useLanguage();
  const [wish, setWish] = useState<SimulationWish>({ flow: 'followup', language });
  const [chat, setChat] = useState<Simulation | null>(null);
  const step = useMutation({
    mutationFn: (wanted: Step) => take(wanted, { chat, text, wish }),
    onSuccess: setChat,
    onError: (error) => {
      if (error instanceof ApiError && error.code === 'NOT_FOUND') setChat(null);
    },
  });
  const say = (said: string) => {
    step.mutate({ text: said });
  };
  return (
    <Flex vertical gap={12}>
      <Typography.Text type="secondary">{t('simHint')}</Typography.Text>
      <Beginning
        wish={wish}
        busy={step.isPending}
        begun={chat !== null}
        onWish={setWish}
        onBegin={() => {
          step.mutate('begin');
        }}
      />
      {step.error !== null && <ErrorState error={step.error} />}
      {chat !== null && (
        <>
          <Transcript chat={chat} onTap={say} />
          <Composer busy={step.isPending} onSend={say} />
          <Flex gap={8} wrap>
            {WAITS.map((hours) => (
              <Button
                key={hours}
                size="small"
                onClick={() => {
                  step.mutate({ hours });
                }}
              >
                {t('pass', { n: hours })}
              </Button>
            ))}
          </Flex>
          <Recorded chat={chat} />
        </>
      )}
    </Flex>
  );
}

interface BeginningProps {
  readonly wish: SimulationWish;
  readonly busy: boolean;
  readonly begun: boolean;
  readonly onWish: (wish: SimulationWish) => void;
  readonly onBegin: () => void;
}

function Beginning({ wish, busy, begun, onWish, onBegin }: BeginningProps) {
  const t = useWords(words);
  return (
    <Flex gap={8} wrap>
      <Select<SimulationWish['flow']>
        aria-label={t('flow')}
        value={wish.flow}
        options={(['followup', 'consultation'] as const).map((flow) => ({ value: flow, label: t(flow) }))}
        onChange={(flow) => {
          onWish({ ...wish, flow });
        }}
      />
      <Select<Language>
        aria-label={t('language')}
        value={wish.language}
        options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
        onChange={(chosen) => {
          onWish({ ...wish, language: chosen });
        }}
      />
      <Button type={begun ? 'default' : 'primary'} loading={busy} onClick={onBegin}>
        {t(begun ? 'again' : 'begin')}
      </Button>
    </Flex>
  );
}

interface Place {
  readonly chat: Simulation | null;
  readonly text: string;
  readonly wish: SimulationWish;
}

function take(wanted: Step, { chat, text, wish }: Place): Promise<Simulation> {
  if (wanted === 'begin' || chat === null) return post<Simulation>('/api/settings/simulations', { text, ...wish });
  const path = `/api/settings/simulations/${chat.id}`;
  return 'hours' in wanted ? post(`${path}/wait`, wanted) : post(`${path}/messages`, wanted);
}

interface TranscriptProps {
  readonly chat: Simulation;
  readonly onTap: (option: string) => void;
}

/** `not_understood 0.85 model.…`: what it was taken for in words, how sure and by which rule as it is kept. */
function readingWords(reading: string, say: Say<keyof (typeof findings)['en']>): string {
  const [kind = '', ...rest] = reading.split(' ');
  return Object.hasOwn(findings.en, kind) ? [say(kind as 'agree'), ...rest].join(' ') : reading;
}

function Transcript({ chat: { lines }, onTap }: TranscriptProps) {
  const t = useWords(words);
  const tf = useWords(findings);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (lines.length > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [lines.length]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section className="settings-chat" aria-label={t('sim')} tabIndex={0}>
      <Flex vertical gap={8} role="log">
        {lines.map(({ from, text, at, options, readings }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added
          <Flex key={index} vertical align={from === 'bot' ? 'flex-start' : 'flex-end'}>
            <span className={`settings-bubble ${from === 'bot' ? '' : 'of-contact'}`}>{text}</span>
            <Typography.Text type="secondary" className="settings-note">
              <Clock at={at} look="moment" /> {readings.map((reading) => readingWords(reading, tf)).join(' · ')}
            </Typography.Text>
            {index === lines.length - 1 && options.length > 0 && (
              <Flex gap={6} wrap>
                {options.map((option) => (
                  <Button
                    key={option}
                    size="small"
                    onClick={() => {
                      onTap(option);
                    }}
                  >
                    {option}
                  </Button>
                ))}
              </Flex>
            )}
          </Flex>
        ))}
        <div ref={end} />
      </Flex>
    </section>
  );
}

function Composer({ busy, onSend }: { readonly busy: boolean; readonly onSend: (text: string) => void }) {
  const t = useWords(words);
  const [text, setText] = useState('');
  return (
    <Input.Search
      aria-label={t('write')}
      placeholder={t('write')}
      enterButton={t('send')}
      value={text}
      loading={busy}
      onChange={(event) => {
        setText(event.target.value);
      }}
      onSearch={() => {
        if (text.trim() === '' || busy) return;
        onSend(text);
        setText('');
      }}
    />
  );
}
