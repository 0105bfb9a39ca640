import { z } from 'zod';
import type { MessengerSettings } from '#channels/messenger/settings.ts';
import type { ZaloSettings } from '#channels/zalo/settings.ts';
import { AppError } from './errors.ts';

export const splitList = (list: string): readonly string[] =>
  list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** Accounts of a channel, each with the ward whose staff serve it. */
const accountList = z
  .string()
  .default('')
  .refine(
    (list) => splitList(list).every((pair) => /^\d{1,32}(:\d{5})?$/.test(pair)),
    'must be account ids, each with the five-digit code of its ward: 3880000000000000388:25326',
  );

/** v20 ended on 24/9/2026. */
const OLDEST_GRAPH = 21;

/** Settings of the channels that are sent to: all of a channel's or none. */
export const channelSettings = {
  ZALO_APP_ID: z
    .string()
    .regex(/^\d+$/)
    .optional()
    .describe('App id of the Zalo developer console; with it Zalo is a channel.'),
  ZALO_APP_SECRET: z.string().min(1).optional().describe("The Zalo app's secret key, for tokens."),
  ZALO_OA_SECRET_KEY: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The OA secret key from the webhook page of the Zalo console; another key than the app secret.',
    ),
  ZALO_ACCOUNTS: accountList.describe(
    'Official Accounts with their wards: 3880000000000000388:25326,3880000000000000399:25333. Without a ward: the whole city.',
  ),
  ZALO_API_URL: z
    .url()
    .default('https://openapi.zalo.me')
    .describe('Where Zalo is sent to; changed for trying out.'),
  ZALO_OAUTH_URL: z
    .url()
    .default('https://oauth.zaloapp.com')
    .describe('Where Zalo tokens come from; changed for trying out.'),
  META_APP_ID: z
    .string()
    .regex(/^\d+$/)
    .optional()
    .describe('App id of the Meta app; with it Messenger is a channel.'),
  META_APP_SECRET: z
    .string()
    .min(1)
    .optional()
    .describe("The Meta app's secret: signs what comes, proves what goes."),
  META_VERIFY_TOKEN: z
    .string()
    .min(8)
    .optional()
    .describe('A word of your own that Meta repeats when the webhook is set up; 8 characters at least.'),
  META_PAGES: accountList.describe(
    'Facebook pages with their wards: 104000000000001:25326,104000000000002:25333. Without a ward: the whole city.',
  ),
  META_PAGE_TOKENS: z
    .string()
    .default('')
    .refine(
      (list) => splitList(list).every((pair) => /^\d+:\S+$/.test(pair)),
      'must be page:token pairs, such as 104000000000001:EAAB…',
    )
    .describe('Access tokens of the pages: 104000000000001:EAAB…,104000000000002:EAAC…'),
  META_GRAPH_VERSION: z
    .string()
    .regex(/^v\d+\.0$/)
    .default('v26.0')
    .refine(
      (version) => Number.parseInt(version.slice(1), 10) >= OLDEST_GRAPH,
      `must be v${String(OLDEST_GRAPH)}.0 or newer: Meta ended the others`,
    )
    .describe('Version of the Graph API.'),
  META_GRAPH_URL: z
    .url()
    .default('https://graph.facebook.com')
    .describe('Where Messenger is sent to; changed for trying out.'),
  PERSON_PAUSE_MINUTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(7 * 24 * 60)
    .default(30)
    .describe('How long the bot is silent after an officer wrote in the inbox of Zalo or of the page.'),
};

const settingsSchema = z.object(channelSettings);
type Settings = z.output<typeof settingsSchema>;

const set = z.string().min(1);
const zaloSchema = z.object({
  ZALO_APP_ID: set,
  ZALO_APP_SECRET: set,
  ZALO_OA_SECRET_KEY: set,
  ZALO_ACCOUNTS: set,
});
const messengerSchema = z.object({
  META_APP_ID: set,
  META_APP_SECRET: set,
  META_VERIFY_TOKEN: set,
  META_PAGES: set,
  META_PAGE_TOKENS: set,
});

/** null: Zalo is no channel here. Throws CONFIG_INVALID that names what is missing. */
export function zaloOf(settings: Settings): ZaloSettings | null {
  const s = whole(settings, zaloSchema);
  if (s === null) return null;
  return {
    appId: s.ZALO_APP_ID,
    appSecret: s.ZALO_APP_SECRET,
    oaSecretKey: s.ZALO_OA_SECRET_KEY,
    accounts: accountsOf(s.ZALO_ACCOUNTS),
    apiUrl: withoutSlash(settings.ZALO_API_URL),
    oauthUrl: withoutSlash(settings.ZALO_OAUTH_URL),
  };
}

/** null: Messenger is no channel here. Throws CONFIG_INVALID that names what is missing. */
export function messengerOf(settings: Settings): MessengerSettings | null {
  const s = whole(settings, messengerSchema);
  if (s === null) return null;
  const pages = accountsOf(s.META_PAGES);
  const tokens = tokensOf(s.META_PAGE_TOKENS);
  const without = [...pages.keys()].filter((page) => !tokens.has(page));
  if (without.length > 0) {
    throw new AppError('CONFIG_INVALID', `META_PAGE_TOKENS: no token for page ${without.join(', ')}`);
  }
  return {
    appId: s.META_APP_ID,
    appSecret: s.META_APP_SECRET,
    verifyToken: s.META_VERIFY_TOKEN,
    pages,
    tokens,
    graphUrl: `${withoutSlash(settings.META_GRAPH_URL)}/${settings.META_GRAPH_VERSION}`,
  };
}

/** Half a configuration would be silent where residents write. */
function whole<S extends z.ZodObject>(settings: Settings, schema: S): z.output<S> | null {
  const names = Object.keys(schema.shape);
  const parsed = schema.safeParse(settings);
  if (parsed.success) return parsed.data;
  const missing = parsed.error.issues.map(({ path }) => String(path[0]));
  if (missing.length === names.length) return null;
  const beside = names.filter((name) => !missing.includes(name)).join(', ');
  throw new AppError(
    'CONFIG_INVALID',
    missing.map((name) => `${name}: needed beside ${beside}. ${descriptionOf(name)}`).join('\n'),
  );
}

const descriptionOf = (name: string): string =>
  Object.entries(channelSettings).find(([key]) => key === name)?.[1].description ?? '';

/** `id:ward,id` -> id -> ward or null. */
const accountsOf = (list: string): ReadonlyMap<string, string | null> =>
  new Map(
    splitList(list).map((pair) => {
      const [id = '', unit] = pair.split(':');
      return [id, unit ?? null];
    }),
  );

/** `id:token,…` */
const tokensOf = (list: string): ReadonlyMap<string, string> =>
  new Map(
    splitList(list).map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
  );

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');
