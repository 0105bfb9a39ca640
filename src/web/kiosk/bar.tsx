import { useEffect, useRef, useState } from 'preact/hooks';
import { watchIdle } from './idle.ts';
import { usePageLanguage } from './use-page-language.ts';
import { wordsIn } from './words.ts';

/** The line at the foot of the shared screen: to the phone, or done. Starts over by itself when nobody is there. */
export function Bar({
  inUse,
  onPhone,
  onOver,
  quietMs,
  countdownSeconds,
}: {
  inUse: () => boolean;
  onPhone: () => void;
  onOver: () => void;
  quietMs: number;
  countdownSeconds: number;
}) {
  const left = useIdle({ inUse, onOver, quietMs, countdownSeconds });
  const words = wordsIn[usePageLanguage()];
  const dialog = useRef<HTMLDialogElement>(null);
  const asking = left !== null;
  useEffect(() => {
    if (asking && dialog.current?.open === false) dialog.current.showModal();
    if (!asking) dialog.current?.close();
  }, [asking]);

  return (
    <>
      <aside class="kiosk-bar" aria-label={words.bar}>
        <button type="button" class="kiosk-button" onClick={onPhone}>
          {words.phone}
        </button>
        <button type="button" class="kiosk-button quiet" onClick={onOver}>
          {words.finish}
        </button>
      </aside>
      <dialog ref={dialog} class="kiosk-idle" aria-labelledby="kiosk-still">
        <h2 id="kiosk-still">{words.still}</h2>
        <p role="timer">
          {words.forgets}{' '}
          <b>
            {left} {words.seconds}
          </b>
        </p>
        {/* Any touch stops it; the button says so. */}
        <button type="button" class="kiosk-button">
          {words.stay}
        </button>
      </dialog>
    </>
  );
}

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

function useIdle(options: {
  inUse: () => boolean;
  onOver: () => void;
  quietMs: number;
  countdownSeconds: number;
}): number | null {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const idle = watchIdle({ ...options, onCountdown: setLeft });
    for (const sign of signs) document.addEventListener(sign, idle.touched, { capture: true, passive: true });
    return () => {
      idle.stop();
      for (const sign of signs) document.removeEventListener(sign, idle.touched, { capture: true });
    };
  }, []);
  return left;
}
