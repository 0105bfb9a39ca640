import { telAddress } from '#replies/phone.ts';
import { Icon } from './icon.tsx';
import type { Unit } from './unit.ts';
import { words } from './words.ts';

/** Where people can be reached: the ward itself where its number is known, and the city's hotline. */
export function Help({ unit }: { unit: Unit }) {
  const { name, phone, hours } = unit;
  return (
    <section class="panel">
      <h3>{words.aside.help}</h3>
      {phone !== null && <Phone label={name ?? words.aside.desk} number={phone} />}
      {hours !== null && (
        <p class="panel-sub">
          {phone === null && `${name ?? ''}: `}
          {hours}
        </p>
      )}
      <Phone label={words.aside.helpText} number="0251.1022" />
      <p class="panel-sub">{words.aside.portalText}</p>
      <a class="plain-link" href="https://dichvucong.gov.vn" target="_blank" rel="noopener noreferrer">
        dichvucong.gov.vn
        <span class="hidden"> ({words.sources.newWindow})</span>
      </a>
    </section>
  );
}

function Phone({ label, number }: { label: string; number: string }) {
  return (
    <>
      <p class="panel-sub">{label}</p>
      <a class="phone" href={telAddress(number)}>
        <Icon name="phone" />
        {number}
      </a>
    </>
  );
}
