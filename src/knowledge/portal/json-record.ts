import { z } from 'zod';
import { codeIn, given, lawsIn, type PortalDocument, type PortalRecord, type PortalWay } from './record.ts';

/** A page of the portal with its tables flattened into running text. */
const pageSchema = z.looseObject({
  ma_thu_tuc: z.string(),
  ten_thu_tuc: z.string(),
  detail_url: z.string().default(''),
  so_quyet_dinh: z.string().default(''),
  cach_thuc_thuc_hien: z.string().default(''),
  thanh_phan_ho_so: z.string().default(''),
  co_quan_thuc_hien: z.string().default(''),
  co_quan_co_tham_quyen: z.string().default(''),
  ket_qua_xu_ly: z.string().default(''),
  can_cu_phap_ly: z.string().default(''),
  trinh_tu_thuc_hien: z.string().default(''),
  yeu_cau_dieu_kien: z.string().default(''),
});

/** Reads one page of the structured export. null: this is no such page. */
export function readJsonRecord(value: unknown): PortalRecord | null {
  const parsed = pageSchema.safeParse(value);
  if (!parsed.success) return null;
  const page = parsed.data;
  const code = codeIn(page.ma_thu_tuc);
  const name = given(page.ten_thu_tuc);
  if (code === '' || name === null) return null;
  return {
    code,
    name,
    decision: given(page.so_quyet_dinh),
    url: given(page.detail_url),
    ways: waysOf(page.cach_thuc_thuc_hien.normalize('NFC')),
    documents: documentsOf(page.thanh_phan_ho_so.normalize('NFC')),
    executing: given(page.co_quan_thuc_hien),
    authority: given(page.co_quan_co_tham_quyen),
    result: resultOf(page.ket_qua_xu_ly.normalize('NFC')),
    laws: lawsIn(page.can_cu_phap_ly),
    prose: [page.trinh_tu_thuc_hien, page.yeu_cau_dieu_kien]
      .flatMap((words) => given(words) ?? [])
      .join('\n'),
  };
}

const CHANNELS: Readonly<Record<string, PortalWay['channel']>> = {
  'Trực tuyến': 'online',
  'Dịch vụ bưu chính': 'postal',
  'Trực tiếp': 'counter',
};

/** A row begins with a channel that its time follows without a space; "Trực tiếp tại …" in a note is none. */
const ROW =
  /(Trực tuyến|Dịch vụ bưu chính|Trực tiếp)(?=\d|Không có thông tin|Không phải|Không(?:Miễn|Không)|Hệ thống|Miễn phí)/;
const TIME = /^(\d+) (Ngày làm việc|Ngày|Giờ|Tháng)|^(\d+)(?=Miễn phí|Không có thông tin)/;
const UNITS: Readonly<Record<string, NonNullable<PortalWay['time']>['unit']>> = {
  'Ngày làm việc': 'working-day',
  Ngày: 'day',
  Giờ: 'hour',
  Tháng: 'month',
};
const FEE = /(Miễn phí|Không có thông tin|(\d[\d,]*) (Việt Nam Đồng|VNĐ|USD))/;

function waysOf(words: string): PortalWay[] {
  const [, ...rows] = words.split(ROW);
  return rows.flatMap((name, i) => {
    const channel = i % 2 === 0 ? CHANNELS[name] : undefined;
    const cells = rows[i + 1];
    return channel === undefined || cells === undefined ? [] : [wayOf(channel, cells)];
  });
}

function wayOf(channel: PortalWay['channel'], cells: string): PortalWay {
  const time = TIME.exec(cells);
  const amount = time?.[1] ?? time?.[3];
  const rest = cells
    .slice(time?.[0].length ?? 0)
    .replace(time === null ? /^Không có thông tin(?=[\dMK])/ : /^$/, '');
  // "1100 VNĐ" may be 1 day and 100 đồng: what cannot be told apart is not guessed.
  const apart = time !== null || !/^\d/.test(cells);
  const { fees, note } = feesOf(rest, apart);
  return {
    channel,
    time: amount === undefined ? null : { amount: Number(amount), unit: UNITS[time?.[2] ?? ''] ?? 'other' },
    fees,
    note,
  };
}

function feesOf(words: string, apart: boolean): { fees: PortalWay['fees']; note: string } {
  const fees: PortalWay['fees'] = [];
  let rest = words;
  for (let first = true; ; first = false) {
    const found = FEE.exec(rest);
    if (found === null || (!first && found.index > 0)) return { fees, note: rest.trim() };
    const [said, , amount, currency] = found;
    const after = rest.slice(found.index + said.length);
    const [inBrackets, next] = bracketed(after);
    rest = next;
    if (said === 'Không có thông tin') continue;
    const dong = said === 'Miễn phí' ? 0 : Number((amount ?? '').replaceAll(',', ''));
    fees.push({ amount: apart && currency !== 'USD' ? dong : null, words: inBrackets });
  }
}

/** The words in brackets at the beginning, with their brackets, and what follows. */
function bracketed(words: string): [string, string] {
  if (!words.startsWith('(')) return ['', words];
  let open = 0;
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] === '(') open += 1;
    if (words[at] === ')') open -= 1;
    if (open === 0) return [words.slice(0, at + 1), words.slice(at + 1)];
  }
  return [words, ''];
}

const HEAD = 'Tên giấy tờMẫu đơn, tờ khaiSố lượng';
/** A count stands right after the name; "(01 bản chính)" belongs to the name. */
const COUNT = /(?<![\d(])([1-9]\d?|0) bản chính(?:, ?(\d+) bản sao)?/;

/** "heading:HEADname1 bản chínhname0 bản chính,1 bản saoheading:HEAD…". */
function documentsOf(words: string): PortalDocument[] {
  const documents: PortalDocument[] = [];
  const [first = '', ...tables] = words.split(HEAD);
  let before = first;
  for (const table of tables) {
    const group = before.trim();
    let rest = table;
    for (let found = COUNT.exec(rest); found !== null; found = COUNT.exec(rest)) {
      const name = rest.slice(0, found.index).trim();
      const [, originals = '0', copies = '0'] = found;
      documents.push({ group, name, originals: Number(originals), copies: Number(copies) });
      rest = rest.slice(found.index + found[0].length);
    }
    before = rest;
  }
  return documents.filter(({ name }) => name !== '');
}

/** The page's own furniture follows the last result. */
function resultOf(words: string): string | null {
  const [results = ''] = words.split(/Từ khóa(?=Không có|Mô tả|[\p{Lu}])/u);
  return given(results.replaceAll(/Mã: KQ\.[A-Z0-9.]*\d{6}/g, '; ').replace(/; *$/, ''));
}
