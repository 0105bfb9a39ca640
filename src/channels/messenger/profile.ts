import type { Lang } from '#knowledge/schema/text.ts';
import { say, type Wording } from '#replies/wording.ts';
import { GET_STARTED } from './event.ts';

const PORTAL = 'https://dichvucong.gov.vn';

/** What a page shows before and beside the conversation, as the Messenger Profile API takes it. */
export function messengerProfile(wording: Wording): object {
  const languages = [
    ['default', 'vi'],
    ['en_US', 'en'],
  ] as const;
  return {
    get_started: { payload: GET_STARTED },
    greeting: languages.map(([locale, lang]) => ({
      locale,
      text: say(wording, 'messenger.greeting', [], lang),
    })),
    ice_breakers: languages.map(([locale, lang]) => ({
      locale,
      call_to_actions: iceBreakers.map((key) => {
        const question = say(wording, key, [], lang);
        return { question, payload: question };
      }),
    })),
    persistent_menu: languages.map(([locale, lang]) => ({
      locale,
      composer_input_disabled: false,
      call_to_actions: menuOf(wording, lang),
    })),
  };
}

const iceBreakers = [
  'messenger.ask-birth',
  'messenger.ask-residence',
  'messenger.ask-copies',
  'messenger.ask-status',
] as const;

/** Entries say words that the bot understands anywhere. */
function menuOf(wording: Wording, lang: Lang): readonly object[] {
  const postback = (key: 'messenger.menu-resume' | 'messenger.menu-staff'): object => {
    const title = say(wording, key, [], lang);
    return { type: 'postback', title, payload: say(wording, key, [], 'vi') };
  };
  return [
    { type: 'postback', title: say(wording, 'messenger.menu-start', [], lang), payload: GET_STARTED },
    postback('messenger.menu-resume'),
    postback('messenger.menu-staff'),
    { type: 'web_url', title: say(wording, 'messenger.menu-portal', [], lang), url: PORTAL },
  ];
}

/** Which events of a page our webhook needs. */
export const SUBSCRIBED_FIELDS = [
  'messages',
  'messaging_postbacks',
  'messaging_referrals',
  'message_echoes',
  'messaging_handovers',
  'standby',
] as const;
