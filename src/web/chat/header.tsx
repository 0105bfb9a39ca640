import { Icon } from './icon.tsx';
import type { MyCase } from './case/my-case.ts';
import type { Unit } from './unit.ts';
import { words } from './words.ts';

export function Header({
  unit,
  mine,
  onCase,
  onSettings,
}: {
  unit: Unit;
  mine: MyCase | null;
  onCase: () => void;
  onSettings: () => void;
}) {
  const step = mine?.step ?? null;
  return (
    <header class="top">
      <div class={mine === null ? 'top-in' : 'top-in with-case'}>
        <span class="seal" aria-hidden="true">
          <Icon name="dossier" />
        </span>
        <div class="top-names">
          <h1>{words.header.name}</h1>
          <p>
            <b>{words.header.automatic}</b> · {unit.name ?? words.header.city}
          </p>
        </div>
        {mine !== null && (
          <button type="button" class="case-chip" onClick={onCase} aria-haspopup="dialog">
            <Icon name="list" />
            <span class="hidden">{words.case.open} </span>
            {step !== null && (
              <span>
                {step.number}/{step.total}
              </span>
            )}
          </button>
        )}
        <button type="button" class="icon-button" onClick={onSettings} aria-haspopup="dialog">
          <Icon name="settings" />
          <span class="hidden">{words.header.menu}</span>
        </button>
      </div>
    </header>
  );
}
