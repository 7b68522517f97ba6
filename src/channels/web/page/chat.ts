import type { PageConfig } from '../wire.ts';
import { Api, type TokenKeeper } from './api.ts';
import type { Context, View } from './context.ts';
import { byId, fill } from './dom.ts';
import { firstLanguage } from './first-language.ts';
import { framed, onHostFocus, tellHost } from './frame.ts';
import { Header, rememberedLanguage } from './header.ts';
import { NoticeView } from './notice.ts';
import { openStorage, type Storage } from './storage.ts';
import { TalkView } from './talk.ts';

/** The page: header, then the notice or, once that is accepted, the chat. */

const TOKEN_KEY = 'token';
const RETRY_MS = 3_000;

function tokenKeeper(storage: Storage): TokenKeeper {
  return {
    get: () => storage.get(TOKEN_KEY),
    set: (token) => {
      storage.set(TOKEN_KEY, token);
    },
    forget: () => {
      storage.remove(TOKEN_KEY);
    },
  };
}

function parameter(name: string): string | null {
  const found = new RegExp(`[?&]${name}=([^&]*)`).exec(window.location.search);
  return found === null ? null : decodeURIComponent(found[1] ?? '');
}

function start(): void {
  const storage = openStorage(() => window.localStorage);
  const config = JSON.parse(document.documentElement.getAttribute('data-config') ?? '{}') as PageConfig;
  const device = navigator.languages as readonly string[] | undefined;
  const context: Context = {
    config,
    storage,
    api: new Api(tokenKeeper(storage)),
    embedded: framed && parameter('embed') === '1',
    language: firstLanguage(rememberedLanguage(storage), parameter('lang'), device ?? [navigator.language]),
  };
  let view: View | null = null;
  const header = new Header(context, () => view?.translate());
  header.translate();

  function show(next: View): void {
    view?.leave();
    view = next;
    fill(byId('main'), next.root);
  }

  function showTalk(byHand: boolean): void {
    const talk = new TalkView(context, (why) => {
      showNotice(why === 'expired', true);
    });
    show(talk);
    if (byHand) talk.focus();
  }

  function showNotice(expired: boolean, byHand: boolean): void {
    const notice = new NoticeView(
      context,
      () => {
        showTalk(true);
      },
      expired,
    );
    show(notice);
    if (byHand) notice.root.querySelector('h2')?.focus();
  }

  async function open(): Promise<void> {
    const isOpen = await context.api.isOpen();
    if (isOpen === undefined) window.setTimeout(() => void open(), RETRY_MS);
    else if (isOpen) showTalk(false);
    else showNotice(false, false);
  }

  inWidget();
  fitToKeyboard();
  void open();
}

/** In the widget: Esc closes, and the focus that the host hands over is taken. */
function inWidget(): void {
  if (!framed) return;
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' || event.key === 'Esc') tellHost('close');
  });
  onHostFocus((where) => {
    const all = Array.from(
      document.querySelectorAll<HTMLElement>('button, select, textarea, a[href], summary, [tabindex="0"]'),
    );
    const shown = all.filter((node) => node.offsetParent !== null);
    shown[where === 'first' ? 0 : shown.length - 1]?.focus();
  });
  tellHost('ready');
}

/** Where the keyboard covers the page instead of shrinking it (iOS), the page shrinks itself. */
function fitToKeyboard(): void {
  const viewport = (window as { visualViewport?: VisualViewport | null }).visualViewport;
  viewport?.addEventListener('resize', () => {
    byId('app').style.height = `${String(viewport.height)}px`;
    window.scrollTo(0, 0);
  });
}

start();
