import { z } from 'zod';
import type { AttachmentKind, Event, MaskedKind } from '#turns/ports.ts';

const messageSchema = z.object({
  type: z.literal('message'),
  text: z.string().default(''),
  value: z.unknown().optional(),
  attachments: z.array(z.object({ contentType: z.string().default('') })).default([]),
  channelData: z
    .object({
      postBack: z.boolean().optional(),
      messageBack: z.object({ displayText: z.string().optional() }).optional(),
    })
    .optional()
    .catch(undefined),
});

const choiceSchema = z.object({ choice: z.string().min(1).max(128) });

/** A bare command, as a client without messageBack posts it. */
const commandText = /^[a-z][a-z-]*:[a-z0-9:.-]{1,120}$/;

/**
 * What a resident did, from a message activity that is clean and masked; `masked`: kinds found in its text.
 * null: typing, events and other things that nobody said.
 */
export function eventOf(activity: unknown, masked: readonly MaskedKind[]): Event | null {
  const parsed = messageSchema.safeParse(activity);
  if (!parsed.success) return null;
  const { text, value, attachments, channelData } = parsed.data;
  const choice = choiceSchema.safeParse(value);
  if (choice.success) {
    const id = choice.data.choice;
    return { kind: 'choice', id, title: text || channelData?.messageBack?.displayText || id };
  }
  if (channelData?.postBack === true && commandText.test(text))
    return { kind: 'choice', id: text, title: text };
  if (attachments.length === 0) return { kind: 'text', text, masked };
  return {
    kind: 'attachment',
    kinds: attachments.map(({ contentType }) => kindOf(contentType)),
    text,
    masked,
  };
}

function kindOf(contentType: string): AttachmentKind {
  const [family] = contentType.toLowerCase().split('/');
  if (family === 'image' || family === 'audio' || family === 'video') return family;
  return 'file';
}
