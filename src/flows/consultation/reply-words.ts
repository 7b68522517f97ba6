import type { KnowledgeReply } from '../../bot/knowledge/inquiry.types.ts';
import type { PhraseRef } from '../../domain/effect.ts';
import { phrase } from '../shared/acks.ts';
import type { Draft as Writable } from '../shared/memory.ts';
import type { ConsultationContext } from './context.ts';
import { chooseWords, suggestWords, whichWords } from './words.ts';

/** What the knowledge base says to a question, in words; the talk remembers what it was about. */
export function replyWords(reply: KnowledgeReply, after: Writable<ConsultationContext>): readonly PhraseRef[] {
  if ('topic' in reply) after.topic = reply.topic;
  switch (reply.type) {
    case 'answer':
      return [phrase('answer', { answer: reply.text })];
    case 'choose':
      after.offered = reply.choices;
      return [chooseWords(reply.about, reply.choices)];
    case 'which':
      return [whichWords(reply.about)];
    case 'departments':
      after.suggested = reply.suggestions.map(({ department }) => department);
      return [suggestWords(after.suggested)];
    case 'describe':
      return [phrase('askDescribe')];
    case 'unanswered':
    case 'none':
      return [];
  }
}
