import { createDialogs } from '#dialogs/dialogs.ts';
import { openRelease, type Release } from '#knowledge/release.ts';
import { mask } from '#privacy/mask.ts';
import type { Dialogs, Understand } from '#turns/ports.ts';
import type { Mask } from '#turns/receive.ts';
import { openHeads } from '#understanding/families.ts';
import { createUnderstand } from '#understanding/understand.ts';
import type { Build } from './build.ts';

/** The bot without store, channels or clock: what `ask`, comparisons of releases and the tests of conversations speak to. */
export interface Bot {
  readonly release: Release;
  readonly understand: Understand;
  readonly dialogs: Dialogs;
  readonly mask: Mask;
  /** The general topic that a trouble stands under; anything else is itself. */
  readonly topicOf: (topic: string) => string;
}

export function composeBot({ compiled, model }: Pick<Build, 'compiled' | 'model'>): Bot {
  const release = openRelease(compiled);
  return {
    release,
    understand: createUnderstand(model),
    dialogs: createDialogs(),
    mask: (text) => mask(text),
    topicOf: openHeads(model.lexicon, release.topics),
  };
}
