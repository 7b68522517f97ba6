import { useEffect, useState } from 'react';

/** Where the keyboard was: of a menu, which goes away with the choice, the button that opened it. */
function placeNow(): Element | null {
  const active = document.activeElement;
  return active?.closest('.ant-dropdown') == null ? active : document.querySelector('.ant-dropdown-open');
}

/** For what opens over the page and is gone when it closes: the keyboard goes back to where it was. */
export function useReturnFocus(): void {
  const [before] = useState(placeNow);
  useEffect(
    () => () => {
      // Only once what closes has left the page; meanwhile somebody may have gone on elsewhere.
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body && document.activeElement?.isConnected === true) return;
        if (before instanceof HTMLElement && before.isConnected) before.focus();
      });
    },
    [before],
  );
}
