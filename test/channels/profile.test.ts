import { expect, it } from 'vitest';
import { messengerProfile } from '#channels/messenger/profile.ts';
import { shippedWording } from '../dialogs/wording.ts';

interface Entry {
  readonly locale: string;
  readonly text?: string;
  readonly call_to_actions?: readonly {
    readonly title?: string;
    readonly question?: string;
    readonly payload?: string;
  }[];
}
const profile = messengerProfile(new Map(Object.entries(shippedWording()))) as Record<
  'greeting' | 'ice_breakers' | 'persistent_menu',
  readonly Entry[]
>;

it('keeps the limits of the Messenger Profile API, with a default for every language', () => {
  for (const part of ['greeting', 'ice_breakers', 'persistent_menu'] as const) {
    expect(profile[part].map(({ locale }) => locale)).toContain('default');
  }
  for (const { text = '' } of profile.greeting) expect(text.length).toBeLessThanOrEqual(160);
  for (const { call_to_actions: asked = [] } of profile.ice_breakers) {
    expect(asked.length).toBeLessThanOrEqual(4);
    for (const { question = '' } of asked) expect(question.length).toBeLessThanOrEqual(80);
  }
  for (const { call_to_actions: entries = [] } of profile.persistent_menu) {
    expect(entries.length).toBeLessThanOrEqual(20);
    for (const { title = '' } of entries) expect(title.length).toBeLessThanOrEqual(30);
  }
});
