import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { toConversation } from './use-kept-focus.ts';
import { words } from './words.ts';

/** A modal dialog of the browser's own: focus inside, Esc closes, focus goes back to the button that opened it. */
export function Sheet({
  open,
  title,
  name,
  onClose,
  children,
}: {
  open: boolean;
  title: string;
  /** Class and id. */
  name: 'settings' | 'drawer';
  onClose: () => void;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);

  return (
    <dialog
      ref={dialog}
      class={`sheet ${name}`}
      aria-labelledby={`${name}-title`}
      onClose={() => {
        onClose();
        // The button that opened it may be gone by now.
        if (document.activeElement === document.body) toConversation();
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div class="sheet-in">
        <div class="sheet-head">
          <h2 id={`${name}-title`}>{title}</h2>
          <button type="button" class="icon-button" onClick={onClose}>
            <Icon name="close" />
            <span class="hidden">{words.settings.close}</span>
          </button>
        </div>
        {open && children}
      </div>
    </dialog>
  );
}
