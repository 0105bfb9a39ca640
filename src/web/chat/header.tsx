import { Icon } from './icon.tsx';
import type { Unit } from './unit.ts';
import { words } from './words.vi.ts';

export function Header({ unit, onSettings }: { unit: Unit; onSettings: () => void }) {
  return (
    <header class="top">
      <div class="top-in">
        <span class="seal" aria-hidden="true">
          <Icon name="dossier" />
        </span>
        <div class="top-names">
          <h1>{words.header.name}</h1>
          <p>
            <b>{words.header.automatic}</b> · {unit.name ?? words.header.city}
          </p>
        </div>
        <button type="button" class="icon-button" onClick={onSettings} aria-haspopup="dialog">
          <Icon name="settings" />
          <span class="hidden">{words.header.menu}</span>
        </button>
      </div>
    </header>
  );
}
