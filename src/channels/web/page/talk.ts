import { type ChatUpdate, MAX_SEEN, PATHS } from '../wire.ts';
import type { Answer } from './api.ts';
import { Banner } from './banner.ts';
import { Bubbles } from './bubbles.ts';
import { Choices } from './choices.ts';
import { Compose } from './compose.ts';
import type { Context, View } from './context.ts';
import { el } from './dom.ts';
import { EndBar } from './end-bar.ts';
import { Lines } from './lines.ts';
import { Link } from './link.ts';
import { Outbox, type Unsent } from './outbox.ts';
import { NoticePanel } from './panel.ts';
import { Typing } from './typing.ts';
import { ulid } from './ulid.ts';

const random = (length: number) => window.crypto.getRandomValues(new Uint8Array(length));

/** The chat itself: what was said, what is being sent, what may be chosen, and what is wrong with the line. */
export class TalkView implements View {
  readonly root: HTMLElement;
  readonly #context: Context;
  readonly #leaving: (why: 'expired' | 'ended') => void;
  readonly #lines = new Lines();
  readonly #banner: Banner;
  readonly #bubbles: Bubbles;
  readonly #typing: Typing;
  readonly #choices: Choices;
  readonly #compose: Compose;
  readonly #end: EndBar;
  readonly #panel: NoticePanel;
  readonly #outbox: Outbox;
  readonly #link: Link;
  #toAcknowledge: string[] = [];
  #first = true;
  #atEnd = true;

  constructor(context: Context, leaving: (why: 'expired' | 'ended') => void) {
    this.#context = context;
    this.#leaving = leaving;
    this.#banner = new Banner(context);
    this.#bubbles = new Bubbles(context, () => {
      this.#outbox.retryNow();
    });
    this.#bubbles.root.addEventListener('scroll', () => {
      this.#atEnd = this.#bubbles.atEnd;
    });
    this.#typing = new Typing(context);
    this.#choices = new Choices(context, (text) => {
      this.#write(text);
    });
    this.#compose = new Compose(
      context,
      (text) => {
        this.#write(text);
      },
      this.#keepEnd,
    );
    this.#end = new EndBar(context, {
      privacy: () => {
        this.#panel.open();
      },
      end: () => void this.#endChat(),
    });
    this.#outbox = this.#makeOutbox();
    this.#link = this.#makeLink();
    const talk = [this.#bubbles, this.#typing, this.#choices, this.#compose, this.#end].map(({ root }) => root);
    const chat = el('div', { class: 'talk' }, ...talk);
    this.#panel = new NoticePanel(context, chat);
    this.root = el('div', { class: 'chat' }, this.#banner.root, chat, this.#panel.root);
    for (const { id, text, at, after } of this.#outbox.resume()) this.#own(id, text, at, after);
    this.#choices.show(this.#lines);
    window.addEventListener('resize', this.#keepEnd);
    this.#link.start();
  }

  translate(): void {
    for (const part of [this.#banner, this.#bubbles, this.#typing, this.#compose, this.#end, this.#panel])
      part.translate();
    this.#choices.show(this.#lines);
    this.#keepEnd();
  }

  leave(): void {
    window.removeEventListener('resize', this.#keepEnd);
    this.#link.stop();
    this.#outbox.stop();
    this.#typing.off();
    this.root.remove();
  }

  focus(): void {
    this.#compose.focus();
  }

  /** The room for the conversation changed: who was at its end stays there. */
  readonly #keepEnd = (): void => {
    if (this.#atEnd) this.#bubbles.toEnd();
  };

  #write(text: string): void {
    const [id, at, after] = [ulid(Date.now(), random), Date.now(), this.#lines.lastKey];
    this.#own(id, text, at, after);
    this.#choices.show(this.#lines);
    this.#bubbles.toEnd();
    this.#outbox.add({ id, text, at, after });
  }

  #own(id: string, text: string, at: number, after: string | null): void {
    this.#bubbles.add({ bubble: this.#lines.own(id, text, at, after), before: null });
  }

  #mark(id: string, state: 'sending' | 'sent' | 'waiting' | 'refused'): void {
    const bubble = this.#lines.bubbles.find((one) => one.id === id);
    // What stands in the transcript is sent, even if the answer to the call was lost.
    if (bubble === undefined || (bubble.key !== null && state !== 'sent')) return;
    bubble.state = state;
    this.#bubbles.update(bubble);
  }

  #makeOutbox(): Outbox {
    const { storage, api } = this.#context;
    const send = ({ id, text }: Unsent) => api.post(PATHS.messages, { id, text, language: this.#context.language });
    return new Outbox(storage, send, {
      sending: (id) => {
        this.#mark(id, 'sending');
      },
      sent: (id, busy) => {
        this.#mark(id, 'sent');
        this.#banner.works();
        if (busy) this.#typing.on();
      },
      waiting: (id, answer) => {
        this.#mark(id, 'waiting');
        this.#explain(answer);
      },
      refused: (id) => {
        this.#mark(id, 'refused');
      },
      noSession: () => {
        this.#leaving('expired');
      },
    });
  }

  #explain(answer: Answer): void {
    if (answer.status !== 429) return;
    this.#banner.limited(answer.body['code'] === 'CHAT_DAY_FULL' ? 'dayFull' : 'tooFast', answer.waitMs ?? 0);
  }

  #makeLink(): Link {
    return new Link(this.#context.api, {
      update: (update) => this.#take(update),
      state: (state) => {
        this.#banner.line(state);
        if (state === 'connected') return;
        this.#typing.off();
      },
      back: () => {
        this.#outbox.retryNow();
      },
      tooMany: (answer) => {
        this.#banner.limited('tooManyPages', answer.waitMs ?? 0);
      },
      noSession: () => {
        this.#leaving('expired');
      },
    });
  }

  #take(update: ChatUpdate): boolean {
    const stay = !this.#first && !this.#bubbles.atEnd;
    let news = 0;
    const draw = () => {
      for (const line of update.lines) news += this.#takeLine(line) ? 1 : 0;
    };
    if (this.#first) this.#bubbles.quietly(draw);
    else draw();
    this.#first = false;
    if (news > 0) this.#choices.show(this.#lines);
    if (news > 0 && !stay) this.#bubbles.toEnd();
    void this.#acknowledge();
    return news > 0;
  }

  #takeLine(line: ChatUpdate['lines'][number]): boolean {
    const change = this.#lines.take(line);
    if (change === null) return false;
    if (change.isNew) this.#bubbles.add(change);
    else this.#bubbles.update(change.bubble);
    if (line.from !== 'me') this.#typing.off();
    if (!line.seen) this.#toAcknowledge.push(line.key);
    return true;
  }

  /** Tells the server what has arrived; what it does not hear goes with the next. */
  async #acknowledge(): Promise<void> {
    const keys = this.#toAcknowledge.slice(0, MAX_SEEN);
    if (keys.length === 0) return;
    this.#toAcknowledge = this.#toAcknowledge.slice(keys.length);
    const { status } = await this.#context.api.post(PATHS.seen, { keys });
    if (status === 0 || status >= 500) this.#toAcknowledge.push(...keys);
  }

  async #endChat(): Promise<void> {
    this.#outbox.clear();
    await this.#context.api.end();
    this.#leaving('ended');
  }
}
