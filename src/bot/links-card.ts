import { telAddress } from '#replies/phone.ts';
import type { Reply } from '#replies/reply.ts';

/** Phones and sources that a reply names, as a card with buttons: what the plain text can only name, clients can open. */
export function linksCardOf({
  blocks,
}: Reply): { readonly contentType: string; readonly content: object } | null {
  const buttons = blocks.flatMap((block) => {
    if (block.kind === 'contact' && block.phone !== undefined) {
      return [{ type: 'call', title: `${block.name}: ${block.phone}`, value: telAddress(block.phone) }];
    }
    if (block.kind === 'sources') {
      return block.items.flatMap(({ title, url }) =>
        url === undefined ? [] : [{ type: 'openUrl', title, value: url }],
      );
    }
    return [];
  });
  return buttons.length === 0
    ? null
    : { contentType: 'application/vnd.microsoft.card.hero', content: { buttons } };
}
