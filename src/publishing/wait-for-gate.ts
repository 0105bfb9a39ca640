import type { Officer } from '#staff/officer.ts';
import type { Publication, PublicationStore } from './repository/publications.ts';
import { words } from './words.ts';

/** Puts a publication in line before the gate, which looks at it when its time has come. Gives its id. */
export async function waitForGate(
  { publications, due }: WaitRooms,
  officer: Officer,
  order: Pick<Publication, 'what' | 'scope' | 'note' | 'dueAt'>,
  now: number,
): Promise<string> {
  const id = await publications.add(
    {
      ...order,
      status: 'waiting',
      stage: words.stages.waiting,
      done: 0,
      reasons: [],
      officer: officer.id,
      officerName: officer.name,
      release: null,
    },
    now,
  );
  await due(id, order.dueAt);
  return id;
}

interface WaitRooms {
  readonly publications: PublicationStore;
  readonly due: (publication: string, at: number) => Promise<void>;
}
