import { z } from 'zod';

/** How a record of the national portal lets a dossier be handed in, with its time and fees as they stand there. */
export const portalWaySchema = z.strictObject({
  channel: z.enum(['online', 'postal', 'counter']),
  /** null: not given, or in words that hold no duration. `other`: a bare number without a unit. */
  time: z
    .strictObject({
      amount: z.int().min(0),
      unit: z.enum(['working-day', 'day', 'working-hour', 'hour', 'month', 'other']),
    })
    .nullable(),
  /** Amount in đồng, null where it is no clear number of đồng; 0 is often a placeholder. */
  fees: z.array(z.strictObject({ amount: z.int().min(0).nullable(), words: z.string() })),
  note: z.string(),
});
export type PortalWay = z.infer<typeof portalWaySchema>;

export const portalDocumentSchema = z.strictObject({
  /** The heading it stands under, such as "Giấy tờ phải xuất trình"; empty: none. */
  group: z.string(),
  name: z.string(),
  originals: z.int().min(0),
  copies: z.int().min(0),
});
export type PortalDocument = z.infer<typeof portalDocumentSchema>;

/** One procedure as the national portal describes it, whatever format it was exported in. */
export const portalRecordSchema = z.strictObject({
  code: z.string().regex(/^\d\.\d{6}/),
  name: z.string().min(1),
  decision: z.string().nullable(),
  url: z.string().nullable(),
  ways: z.array(portalWaySchema),
  documents: z.array(portalDocumentSchema),
  executing: z.string().nullable(),
  authority: z.string().nullable(),
  /** The whole words about the result; where one ends and the next begins is not marked. */
  result: z.string().nullable(),
  /** Numbers of laws, such as 123/2015/NĐ-CP. */
  laws: z.array(z.string()),
  /** Steps, conditions and description: searched for what the fields leave open, never copied. */
  prose: z.string(),
});
export type PortalRecord = z.infer<typeof portalRecordSchema>;

/** What the portal writes where it has nothing to say. */
export function given(words: string | undefined): string | null {
  const said = words?.normalize('NFC').trim() ?? '';
  return said === '' || said === 'Không có thông tin' ? null : said;
}

/** "1.001.193" and "1001193" are no codes; "1.001193.000.00.00.H19" is one of a province. */
export const codeIn = (words: string): string => /\d\.\d{6}(?:\.[A-Z0-9.]+)?/.exec(words)?.[0] ?? '';

/** Who issues: closed, because flattened tables glue the next title to the number. Longer names first. */
const ISSUERS =
  'BNNPTNT|BLĐTBXH|BVHTTDL|BGDĐT|BGTVT|BKHĐT|BTNMT|BTTTT|BKHCN|TANDTC|BNNMT|BDTTG|BXD|BTP|BTC|BCA|BYT|BNV|BQP|BCT|BNG|TTg|UBND|HĐND|CP';
const LAW = new RegExp(
  String.raw`\d+(?:\.\d+)?\/(?:(?:19|20)\d{2}\/)?(?:(?:QH|UBTVQH)\d{2}|(?:NQ|NĐ|TT|QĐ|VBHN|TTLT|CT)-(?:${ISSUERS})(?:-(?:${ISSUERS}))*)`,
  'gu',
);

/** Numbers of laws in the order they stand, each once. */
export const lawsIn = (words: string): string[] => [
  // "Luật Cư trú năm 2020" and "68/2020/QH14" stand glued together in flattened tables.
  ...new Set(
    (words.normalize('NFC').match(LAW) ?? []).map((law) => law.replace(/^(?:19|20)\d{2}(?=\d)/, '')),
  ),
];
