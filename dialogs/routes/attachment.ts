import type { AttachmentKind } from '#turns/ports.ts';
import { menuChoices } from '../start/menu.ts';
import { recordOf, textOf, textReply, type Told, type Turn } from '../turn.ts';
import { isBlank } from './blank.ts';
import { resay } from './resay.ts';
import { text } from './text.ts';

type Refusal = 'attachment.file' | 'attachment.voice' | 'attachment.sticker' | 'attachment.place';

const refusals: Readonly<Record<AttachmentKind, Refusal>> = {
  image: 'attachment.file',
  video: 'attachment.file',
  file: 'attachment.file',
  other: 'attachment.file',
  audio: 'attachment.voice',
  sticker: 'attachment.sticker',
  location: 'attachment.place',
  contact: 'attachment.file',
};

/** Files are not taken here: said kindly, with where they belong. Words beside a photo are answered. */
export function attachment(turn: Turn): Told {
  const [kind = 'other'] = turn.event.kind === 'attachment' ? turn.event.kinds : [];
  const refusal = turn.voice.words(refusals[kind]);
  if (!isBlank(textOf(turn.event)) && turn.understanding !== null) {
    const told = text(turn);
    return { ...told, replies: [textReply(refusal), ...told.replies] };
  }
  return {
    state: turn.state,
    replies: [resay(turn, refusal) ?? textReply(refusal, menuChoices(turn))],
    record: recordOf('refuse', null),
  };
}
