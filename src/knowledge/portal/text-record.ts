import { codeIn, given, lawsIn, type PortalDocument, type PortalRecord, type PortalWay } from './record.ts';

/** Keys that begin a part, in the order in which the portal's text export writes them. */
const KEYS = [
  'Mã thủ tục',
  'Số quyết định',
  'Tên thủ tục',
  'Cấp thực hiện',
  'Loại thủ tục',
  'Lĩnh vực',
  'Trình tự thực hiện',
  'Cách thức thực hiện',
  'Thành phần hồ sơ',
  'Đối tượng thực hiện',
  'Cơ quan thực hiện',
  'Cơ quan có thẩm quyền',
  'Địa chỉ tiếp nhận HS',
  'Cơ quan được ủy quyền',
  'Cơ quan phối hợp',
  'Kết quả thực hiện',
  'Căn cứ pháp lý',
  'Yêu cầu, điều kiện thực hiện',
  'Từ khóa',
  'Mô tả',
] as const;
type Key = (typeof KEYS)[number];

/** Reads one record of the text export. null: this is no such record. */
export function readTextRecord(text: string): PortalRecord | null {
  const parts = partsOf(text);
  const code = codeIn(parts.get('Mã thủ tục') ?? '');
  const name = given(parts.get('Tên thủ tục'));
  if (code === '' || name === null) return null;
  return {
    code,
    name,
    decision: given(parts.get('Số quyết định')),
    url: null,
    ways: waysOf(parts.get('Cách thức thực hiện') ?? ''),
    documents: documentsOf(parts.get('Thành phần hồ sơ') ?? ''),
    executing: given(parts.get('Cơ quan thực hiện')),
    authority: given(parts.get('Cơ quan có thẩm quyền')),
    result: given(parts.get('Kết quả thực hiện')),
    laws: lawsIn(parts.get('Căn cứ pháp lý') ?? ''),
    prose: [parts.get('Trình tự thực hiện'), parts.get('Yêu cầu, điều kiện thực hiện'), parts.get('Mô tả')]
      .flatMap((words) => given(words) ?? [])
      .join('\n'),
  };
}

/** A key counts only after the one before it: the same words also stand in the middle of long values. */
function partsOf(text: string): Map<Key, string> {
  const parts = new Map<Key, string[]>();
  let next = 0;
  let current: string[] = [];
  for (const line of text.normalize('NFC').split(/\r?\n/)) {
    const at = KEYS.findIndex((key, i) => i >= next && line.startsWith(`${key}:`));
    const key = KEYS[at];
    if (key === undefined) {
      current.push(line);
      continue;
    }
    next = at + 1;
    current = [line.slice(key.length + 1).trim()];
    parts.set(key, current);
  }
  return new Map([...parts].map(([key, lines]) => [key, lines.join('\n').trim()]));
}

const CHANNELS: Readonly<Record<string, PortalWay['channel']>> = {
  ONLINE: 'online',
  POSTAL: 'postal',
  DIRECT: 'counter',
};

function waysOf(words: string): PortalWay[] {
  return words.split(/^ *\* Hình thức nộp: */m).flatMap((part) => {
    const [, name = ''] = /^(\w+)/.exec(part) ?? [];
    const channel = CHANNELS[name];
    if (channel === undefined) return [];
    const [, time = ''] = /^ *Thời hạn giải quyết: *(.*)$/m.exec(part) ?? [];
    const [, fees = ''] = /^ *Phí, lệ phí: *([^]*?)(?=^ *Mô tả:|$(?![^]))/m.exec(part) ?? [];
    const [, note = ''] = /^ *Mô tả: *([^]*)$/m.exec(part) ?? [];
    return [{ channel, time: timeOf(time), fees: feesOf(fees), note: note.trim() }];
  });
}

const UNITS: Readonly<Record<string, NonNullable<PortalWay['time']>['unit']>> = {
  WORKING_DAY: 'working-day',
  ngày: 'day',
  DAY: 'day',
  HOUR: 'hour',
  MONTH: 'month',
  OTHER: 'other',
};

function timeOf(words: string): PortalWay['time'] {
  const [, amount, name = ''] = /^(\d+) (\S+)$/.exec(words.trim()) ?? [];
  const unit = UNITS[name];
  return amount === undefined || unit === undefined ? null : { amount: Number(amount), unit };
}

/** "5000 VNĐ (words) | 0 VNĐ (words)". */
function feesOf(words: string): PortalWay['fees'] {
  return words.split(/\s+\|\s+(?=[\d.,]+ )/).flatMap((part) => {
    const said = given(part);
    if (said === null) return [];
    const [, amount, currency, rest = ''] = /^(\d+) (VNĐ|\S+) *([^]*)$/.exec(said) ?? [];
    const dong = amount !== undefined && currency === 'VNĐ' ? Number(amount) : null;
    return [{ amount: dong, words: (amount === undefined ? said : rest).replace(/^\(\)$/, '').trim() }];
  });
}

function documentsOf(words: string): PortalDocument[] {
  const documents: PortalDocument[] = [];
  let group = '';
  let name: string[] = [];
  for (const line of words.split('\n')) {
    const [, heading] = /^ {0,2}\[ *(.*?) *\]$/.exec(line) ?? [];
    const [, item] = /^ {4}- (.*)$/.exec(line) ?? [];
    const [, originals, copies] = /^ {6}Số lượng: Bản chính: (\d+), Bản sao: (\d+)$/.exec(line) ?? [];
    if (heading !== undefined) group = heading;
    else if (item !== undefined) name = [item];
    else if (originals === undefined) name.push(line.trim());
    else {
      documents.push({
        group,
        name: name.join(' ').trim(),
        originals: Number(originals),
        copies: Number(copies ?? 0),
      });
      name = [];
    }
  }
  return documents.filter((document) => document.name !== '');
}
