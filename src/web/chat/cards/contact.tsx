import { telAddress } from '#replies/phone.ts';
import { Icon } from '../icon.tsx';
import type { BlockOf } from '../read-reply.ts';
import { words } from '../words.ts';
import { Linked } from './linked.tsx';

export function ContactCard({ contact }: { contact: BlockOf<'contact'> }) {
  return (
    <section class="card contact">
      <p>
        <b>{contact.name}</b>
      </p>
      {contact.detail !== undefined && (
        <p>
          <Linked text={contact.detail} />
        </p>
      )}
      {contact.phone !== undefined && (
        <a class="phone" href={telAddress(contact.phone)}>
          <Icon name="phone" />
          {words.contact.call(contact.phone)}
        </a>
      )}
    </section>
  );
}
