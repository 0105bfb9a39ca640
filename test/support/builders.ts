import { openRelease, type CompiledRelease, type Release } from '#knowledge/release.ts';
import { contentHash } from '#knowledge/canonical.ts';
import { procedureSchema, type Procedure } from '#knowledge/schema/procedure.ts';
import { flowSchema, type Flow } from '#knowledge/schema/flow.ts';
import { topicsFileSchema } from '#knowledge/schema/topic.ts';
import { unitsFileSchema } from '#knowledge/schema/unit.ts';
import type { Case } from '#knowledge/facts/fact.ts';
import type { z } from 'zod';

type ProcedureInput = z.input<typeof procedureSchema>;

/** Complete and valid; say only what the test is about. */
export function aProcedure(over: Partial<ProcedureInput> = {}): Procedure {
  return procedureSchema.parse({
    id: 'thu-tuc-mau',
    name: 'Thủ tục mẫu',
    short: 'làm thủ tục mẫu',
    leadsTo: 'Giấy chứng nhận mẫu',
    field: 'Hộ tịch',
    authority: {
      receive: 'Trung tâm Phục vụ hành chính công',
      decide: 'Ủy ban nhân dân cấp xã',
      desk: 'one-stop',
      anyCentre: true,
      source: ['s1'],
    },
    online: { entry: 'portal', level: 'full', search: 'thủ tục mẫu', source: ['s1'] },
    documents: [
      { id: 'to-khai', name: 'Tờ khai', need: 'always', form: 'e-form', formCode: 'TK01', source: ['s1'] },
    ],
    fees: [{ id: 'le-phi', label: 'Lệ phí', channel: 'any', amount: 8000, source: ['s1'] }],
    time: [{ id: 'giai-quyet', amount: 3, unit: 'working-day', source: ['s1'] }],
    result: [{ id: 'giay', text: 'Giấy chứng nhận mẫu', source: ['s1'] }],
    phrases: ['làm thủ tục mẫu'],
    sources: {
      s1: { title: 'Quyết định 1/QĐ-BTP', date: '2026-01-01', kind: 'official', confidence: 'high' },
      nho: { title: 'Trí nhớ', kind: 'memory', confidence: 'low' },
    },
    asOf: '2026-06-10',
    review: '2027-02-01',
    ...over,
  });
}

/** A question with the options named; labels are their ids. */
export function aQuestion(
  options: readonly string[],
  over: Partial<NonNullable<ProcedureInput['questions']>[string]> = {},
): NonNullable<ProcedureInput['questions']>[string] {
  return {
    ask: 'Anh chị thuộc trường hợp nào?',
    options: Object.fromEntries(options.map((id) => [id, { label: id }])),
    ...over,
  };
}

export function aFlow(over: Partial<z.input<typeof flowSchema>> = {}): Flow {
  const step = (id: string, title: string) => ({ id, title, todo: `${title}.`, source: ['cong'] });
  return flowSchema.parse({
    steps: [
      step('dang-nhap', 'Đăng nhập'),
      step('tim-thu-tuc', 'Tìm thủ tục'),
      step('dien-to-khai', 'Điền tờ khai'),
      step('nop-ho-so', 'Nộp hồ sơ'),
    ],
    screenAsOf: '2026-06-10',
    sources: { cong: { title: 'Cổng dịch vụ công quốc gia', kind: 'official', confidence: 'high' } },
    ...over,
  });
}

/** A release of these procedures, with a small flow, two units and one general topic. */
export function aCompiledRelease(
  procedures: readonly Procedure[] = [aProcedure()],
  over: Partial<Omit<CompiledRelease, 'hash' | 'format'>> = {},
): CompiledRelease {
  const source = { s1: { title: 'Nghị quyết 1/NQ-HĐND', kind: 'law', confidence: 'high' } } as const;
  const body = {
    procedures: [...procedures],
    flow: aFlow(),
    troubles: [],
    units: unitsFileSchema.parse({
      city: { name: 'thành phố Đồng Nai', since: '2026-04-30', formerly: ['tỉnh Đồng Nai'], source: ['s1'] },
      units: [
        { code: '25441', slug: 'phuong-mau', name: 'Mẫu', type: 'Phường', formedFrom: [] },
        { code: '25442', slug: 'xa-khac', name: 'Khác', type: 'Xã', formedFrom: [] },
      ],
      contacts: [
        { id: '1022', name: 'Tổng đài 1022', phone: '0251.1022', status: 'verified', source: ['s1'] },
        { id: 'cho-xac-nhan', name: 'Số chưa xác nhận', phone: '1800', status: 'seen-once', source: ['s1'] },
      ],
      sources: source,
      asOf: '2026-06-10',
      review: '2027-02-01',
    }),
    topics: topicsFileSchema.parse({
      topics: [
        { id: 'chao', name: 'Chào hỏi', outcome: 'smalltalk', answer: 'Xin chào.', phrases: ['xin chào'] },
      ],
      aspects: [{ aspect: 'le-phi', name: 'Lệ phí', phrases: ['{t} hết bao nhiêu tiền'] }],
      none: ['hôm nay trời đẹp'],
    }),
    faq: [],
    notices: [],
    bodies: [],
    wording: {},
    glossary: [],
    calendar: [],
    safety: null,
    cues: null,
    states: null,
    returns: null,
    ...over,
  };
  return { format: 1, hash: contentHash(body), ...body };
}

export function aRelease(...args: Parameters<typeof aCompiledRelease>): Release {
  return openRelease(aCompiledRelease(...args));
}

export function aCase(over: Partial<Case> = {}): Case {
  return { procedure: 'thu-tuc-mau', answers: {}, channel: null, unit: null, date: '2026-11-22', ...over };
}
