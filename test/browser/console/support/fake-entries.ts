import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Json } from '../../../../src/json.ts';
import { ok, problem, type Answers } from './fake-staff.ts';

const data = join(import.meta.dirname, '..', '..', '..', '..', 'data');
const yaml = (path: string): Json => parse(readFileSync(join(data, path), 'utf8')) as Json;

export interface FakeEntry {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly value: Json;
}

interface FakeDraft {
  rev: number;
  value: Json;
  status: string;
}

/** Entries and drafts as the publishing room answers them, in memory. */
export interface FakeEntries {
  readonly drafts: Map<string, FakeDraft>;
  /** Bodies of saves, oldest first. */
  readonly saves: Json[];
  /** Another tab or person saves over it. */
  readonly saveElsewhere: (key: string, value: Json) => void;
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : ((value as { vi?: string } | null)?.vi ?? '');

/** Real knowledge of each kind, so that forms are seen as officers see them. */
export function someEntries(): readonly FakeEntry[] {
  const group = (path: string, list: string, at: number, kind: string): FakeEntry => {
    const file = yaml(path) as Record<string, Record<string, Json>[] & Json>;
    const { sources, asOf, review, group } = file as Record<string, Json>;
    const item = (file[list] as Record<string, Json>[])[at]!;
    const own = kind === 'faq' ? { asOf, review, group } : kind === 'trouble' ? { asOf, review } : {};
    return {
      kind,
      id: typeof item['id'] === 'string' ? item['id'] : '',
      title: textOf(item['name'] ?? item['title']),
      value: { ...item, ...own, sources } as Json,
    };
  };
  const procedure = yaml('procedures/dang-ky-tam-tru.yaml') as Record<string, Json>;
  const flow = yaml('flow.yaml');
  return [
    { kind: 'procedure', id: 'dang-ky-tam-tru', title: 'Đăng ký tạm trú', value: procedure },
    group('faq/ai-lam-gi.yaml', 'topics', 0, 'faq'),
    group('topics.yaml', 'topics', 0, 'topic'),
    { kind: 'flow', id: 'flow', title: 'Các bước chung', value: flow },
    { kind: 'calendar', id: '2026', title: 'Lịch nghỉ năm 2026', value: yaml('calendar/2026.yaml') },
    {
      kind: 'wording',
      id: 'answer.papers',
      title: 'Giấy tờ để {procedure}',
      value: { vi: 'Giấy tờ để {procedure}', en: 'Papers you need to {procedure}' },
    },
    {
      kind: 'notice',
      id: 'nghi-le',
      title: 'Nghỉ lễ',
      value: {
        id: 'nghi-le',
        text: 'Ngày 24/11 bộ phận một cửa nghỉ.',
        from: '2026-11-23',
        to: '2026-11-24',
      },
    },
    unitEntry(),
  ];
}

function unitEntry(): FakeEntry {
  const { units, sources } = yaml('units/units.yaml') as { units: Record<string, Json>[]; sources: Json };
  const unit = units.find(({ code }) => code === '25326')!;
  return { kind: 'unit', id: '25326', title: 'Phường Bình Long', value: { ...unit, sources } };
}

const CASE = 'Giấy tờ để đăng ký tạm trú\n1. Tờ khai thay đổi thông tin cư trú (CT01)\n2. Hợp đồng thuê nhà';

export function fakeEntries(answers: Answers, entries: readonly FakeEntry[] = someEntries()): FakeEntries {
  const drafts = new Map<string, FakeDraft>();
  const saves: Json[] = [];
  const find = (kind?: string, id?: string): FakeEntry | undefined =>
    entries.find((entry) => entry.kind === kind && entry.id === id);
  const draftOf = (scope: string, kind: string, id: string) => {
    const draft = drafts.get(`${kind}:${id}`);
    if (draft === undefined) return null;
    return {
      id: `${kind}.${id}`,
      key: { kind, scope, id },
      title: find(kind, id)?.title ?? id,
      value: draft.value,
      status: draft.status,
      author: 'nguyen-thi-hoa',
      authorName: 'Nguyễn Thị Hoa',
      basedOn: null,
      base: null,
      rev: draft.rev,
      note: '',
      publishAt: null,
      reviewer: null,
      reviewerName: null,
      reviewNote: null,
      createdAt: 0,
      updatedAt: 0,
    };
  };
  const entryOf = (scope: string, entry: FakeEntry) => ({
    key: { kind: entry.kind, scope, id: entry.id },
    title: entry.title,
    value: entry.value,
    version: 0,
    hash: 'h',
    edited: false,
  });
  answers.set('GET /api/staff/:scope/entries', ({ params, query }) => {
    const kind = query.get('kind');
    const words = (query.get('q') ?? '').toLowerCase();
    const found = entries.filter((entry) => entry.kind === kind && entry.title.toLowerCase().includes(words));
    const offset = Number(query.get('offset') ?? 0);
    const limit = Number(query.get('limit') ?? 50);
    return ok({
      total: found.length,
      items: found.slice(offset, offset + limit).map((entry) => ({
        key: { kind, scope: 'base', id: entry.id },
        title: entry.title,
        version: 0,
        edited: false,
        asOf: '2026-06-10',
        review: '2027-02-01',
        drafts: drafts.has(`${entry.kind}:${entry.id}`)
          ? [{ status: drafts.get(`${entry.kind}:${entry.id}`)?.status, authorName: 'Nguyễn Thị Hoa' }]
          : [],
      })),
      scope: params['scope'],
    });
  });
  answers.set('GET /api/staff/:scope/entries/:kind/:id', ({ params }) => {
    const { scope = '', kind = '', id = '' } = params;
    const entry = find(kind, id);
    const draft = draftOf(scope, kind, id);
    const own = scope === 'base' || kind === 'unit';
    return ok({
      key: { kind, scope, id },
      entry: entry === undefined || !own ? null : entryOf(scope, entry),
      base: entry === undefined || own ? null : entryOf('base', entry),
      whole: entry === undefined || (!own && kind !== 'procedure') ? null : entry.value,
      shipped: entry?.value ?? null,
      mine: draft,
      mineWhole: draft?.value ?? null,
      changedSince: [],
      others: [],
    });
  });
  answers.set('PUT /api/staff/:scope/entries/:kind/:id/draft', ({ params, body }) => {
    const { scope = '', kind = '', id = '' } = params;
    const { value, rev } = body as { value: Json; rev: number };
    const known = drafts.get(`${kind}:${id}`);
    if ((known?.rev ?? 0) !== rev) return problem(409, 'Conflict', { draft: draftOf(scope, kind, id) });
    saves.push(value);
    drafts.set(`${kind}:${id}`, { rev: rev + 1, value, status: 'writing' });
    return ok({ draft: draftOf(scope, kind, id) });
  });
  answers.set('POST /api/staff/:scope/entries/:kind/:id/check', () => ok({ faults: [], differences: [] }));
  answers.set('POST /api/staff/:scope/entries/:kind/:id/preview', ({ body }) => {
    const { channel } = body as { channel: string };
    return ok({
      faults: [],
      parts: [
        {
          about: 'ho-so',
          messages: [{ text: CASE, choices: channel === 'zalo' ? [] : ['Bắt đầu từng bước', 'Lệ phí'] }],
        },
        { about: 'le-phi', messages: [{ text: 'Nộp trực tuyến: 7.000 đồng mỗi lần đăng ký.', choices: [] }] },
      ],
    });
  });
  answers.set('POST /api/staff/:scope/drafts/:id/submit', ({ params }) => {
    const [kind = '', id = ''] = (params['id'] ?? '').split('.');
    const draft = drafts.get(`${kind}:${id}`)!;
    drafts.set(`${kind}:${id}`, { ...draft, rev: draft.rev + 1, status: 'in-review' });
    return ok({ draft: draftOf(params['scope'] ?? '', kind, id) });
  });
  answers.set('POST /api/staff/:scope/drafts/:id/drop', ({ params }) => {
    const [kind = '', id = ''] = (params['id'] ?? '').split('.');
    const gone = draftOf(params['scope'] ?? '', kind, id);
    drafts.delete(`${kind}:${id}`);
    return ok({ draft: gone });
  });
  return {
    drafts,
    saves,
    saveElsewhere(key, value) {
      drafts.set(key, { rev: (drafts.get(key)?.rev ?? 0) + 1, value, status: 'writing' });
    },
  };
}
