import type { Block } from '#replies/reply.ts';
import { BlockView } from './cards/block.tsx';
import type { Memory } from './memory.ts';
import type { BotMessage, MyMessage, Note, Offer } from './messages.ts';
import type { Actions } from './transcript.tsx';
import { ReportWrong } from './report-wrong.tsx';
import { say } from './say.ts';
import { toConversation } from './use-kept-focus.ts';
import { ReadButton } from './voice/read-button.tsx';
import { words } from './words.ts';

export function BotMessageItem({
  message,
  open,
  memory,
  onSay,
  onCase,
  focusInput,
}: Actions & { message: BotMessage; open: boolean; memory: Memory }) {
  const take = (offer: Offer, byKeyboard: boolean) => {
    onSay(offer.text, offer.choice);
    // The buttons go away: by keyboard she goes on in the input; by touch no keyboard shall jump up.
    if (byKeyboard) focusInput();
    else toConversation();
  };
  const blocks = joinTexts(message.blocks);
  return (
    <li class="bot" lang={message.lang ?? undefined}>
      <span class="hidden">{words.transcript.bot}: </span>
      {blocks.map((block, index) => (
        <BlockView
          key={index}
          block={block}
          last={index === blocks.length - 1}
          memory={memory}
          onSay={onSay}
          onCase={open ? onCase : null}
        />
      ))}
      <div class="tools">
        <ReadButton text={() => say(message)} lang={message.lang ?? 'vi'} />
        <ReportWrong message={message} onSay={onSay} />
      </div>
      {open && message.offers.length > 0 && <Offers offers={message.offers} onTake={take} />}
    </li>
  );
}

/** Texts that follow one another are paragraphs of one text. */
function joinTexts(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined[joined.length - 1];
    if (block.kind === 'text' && before?.kind === 'text') {
      joined[joined.length - 1] = { kind: 'text', text: `${before.text}\n\n${block.text}` };
    } else {
      joined.push(block);
    }
  }
  return joined;
}

function Offers({
  offers,
  onTake,
}: {
  offers: readonly Offer[];
  onTake: (offer: Offer, byKeyboard: boolean) => void;
}) {
  return (
    <div class="offers" role="group" aria-label={words.choices.label}>
      {offers.map((offer) => (
        <button
          key={offer.choice ?? offer.text}
          type="button"
          class={`offer ${offer.style}`}
          // A click that a key made has no detail.
          onClick={(event) => onTake(offer, event.detail === 0)}
        >
          {offer.title}
        </button>
      ))}
    </div>
  );
}

export function MyMessageItem({ message, onRetry, onTakeBack }: Actions & { message: MyMessage }) {
  const { delivery } = message;
  const mended = delivery === 'refused' || delivery === 'too-long';
  return (
    <li class={`mine ${delivery}`} data-mine>
      <span class="hidden">{words.transcript.me}: </span>
      <p class="said" dir="auto">
        {message.text}
      </p>
      <p class="delivery">
        {deliveryWords(delivery)}
        {delivery === 'failed' && (
          <button type="button" class="link-button" onClick={onRetry}>
            {words.delivery.retry}
          </button>
        )}
        {mended && (
          <button type="button" class="link-button" onClick={() => onTakeBack(message)}>
            {words.delivery.edit}
          </button>
        )}
      </p>
    </li>
  );
}

const deliveryWords = (delivery: MyMessage['delivery']): string =>
  ({
    sending: words.delivery.sending,
    waiting: words.delivery.waiting,
    accepted: words.delivery.sending,
    sent: words.delivery.sent,
    failed: words.delivery.failed,
    refused: words.delivery.refused,
    'too-long': words.delivery.tooLong,
  })[delivery];

export function NoteItem({ note }: { note: Note }) {
  return <li class="note">{note.text}</li>;
}
