import { describe, expect, it } from 'vitest';
import type { PlaceFact } from '#knowledge/facts/fact.ts';
import { shippedWording } from '../../../test/dialogs/wording.ts';
import { voiceOf } from '../wording.ts';
import { placeItems } from './place.ts';

const voice = voiceOf(new Map(Object.entries(shippedWording())), 'vi');

const aPlace = (part: Partial<PlaceFact> = {}): PlaceFact => ({
  procedure: 'p',
  id: 'place',
  applies: 'yes',
  openQuestions: [],
  sources: [{ title: 'Luật A', kind: 'law', confidence: 'high' }],
  asOf: '2026-06-10',
  expired: false,
  sure: true,
  field: 'place',
  receive: 'Nơi nhận',
  decide: 'Nơi quyết định',
  desk: 'one-stop',
  anyCentre: false,
  byPost: false,
  target: null,
  contacts: [],
  online: { entry: 'portal', level: 'full', search: null, url: null },
  ...part,
});
const receiveOf = (fact: PlaceFact): string | undefined =>
  placeItems(voice, fact, 'phường Bình Long').find(({ id }) => id === 'receive')?.value;

describe('where it is handed in', () => {
  it('names her ward, whose desk takes it', () => {
    expect(receiveOf(aPlace())).toContain('phường Bình Long');
  });

  it('does not name her ward when another body takes it', () => {
    expect(receiveOf(aPlace({ desk: 'elsewhere' }))).toBe('Nơi nhận');
  });

  it('does not send her to the counter alone where it is taken by post too', () => {
    const online = { entry: 'counter-only', level: 'unknown', search: null, url: null } as const;
    const said = (byPost: boolean) =>
      placeItems(voice, aPlace({ online, byPost }), null).find(({ id }) => id === 'online')?.value;
    expect(said(false)).toContain('phải tới quầy');
    expect(said(true)).toContain('bưu điện');
    expect(said(true)).not.toContain('phải tới quầy');
  });
});
