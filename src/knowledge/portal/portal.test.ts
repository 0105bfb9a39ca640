import { describe, expect, it } from 'vitest';
import { aProcedure } from '../../../test/support/builders.ts';
import { accept } from './accept.ts';
import { compareRecord } from './compare.ts';
import { durationsIn } from './durations.ts';
import { readJsonRecord } from './json-record.ts';
import { entriesOf } from './match.ts';
import { lawsIn, type PortalRecord } from './record.ts';
import { readTextRecord } from './text-record.ts';
import { changesSince, seen } from './watch.ts';

const TEXT = `Chi tiết thủ tục hành chính
Mã thủ tục: 1.999999
Số quyết định: 12/QĐ-BCA
Tên thủ tục: Thủ tục mẫu
Cấp thực hiện: Cấp Xã
Loại thủ tục: Không có thông tin
Lĩnh vực: Mẫu
Trình tự thực hiện:
    Nộp hồ sơ, trả sau 15 giờ thì sang hôm sau.
Lưu ý: phải xác minh thì thêm 02 ngày làm việc.

Cách thức thực hiện:
  * Hình thức nộp: ONLINE
    Thời hạn giải quyết: 3 WORKING_DAY
    Phí, lệ phí: 7000 VNĐ (một người) | 5000 VNĐ (theo danh sách)
  * Hình thức nộp: DIRECT
    Thời hạn giải quyết: 3 WORKING_DAY
    Phí, lệ phí: 0 VNĐ (Hội đồng nhân dân quyết định)
    Mô tả: Nộp tại Công an phường.

Thành phần hồ sơ:
  [ Giấy tờ phải nộp ]
    - Tờ khai cư trú (Mẫu CT01)
      Số lượng: Bản chính: 1, Bản sao: 0
    - Hợp đồng thuê nhà
      hai bên đã ký
      Số lượng: Bản chính: 0, Bản sao: 1

Đối tượng thực hiện: Công dân Việt Nam
Cơ quan thực hiện: Công an Xã
Cơ quan có thẩm quyền: Không có thông tin
Địa chỉ tiếp nhận HS: Không có thông tin
Cơ quan được ủy quyền: Không có thông tin
Cơ quan phối hợp: Không có thông tin
Kết quả thực hiện: Giấy xác nhận
Căn cứ pháp lý:
  * Luật Cư trú (68/2020/QH14)
  * Nghị định (154/2024/NĐ-CP)

Yêu cầu, điều kiện thực hiện: Không có thông tin
Từ khóa: Không có thông tin
Mô tả: Không có thông tin`;

const PAGE = {
  ma_thu_tuc: '1.999999',
  ten_thu_tuc: 'Thủ tục mẫu',
  so_quyet_dinh: '12/QĐ-BCA',
  cach_thuc_thuc_hien:
    'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến3 Ngày làm việc7,000 Việt Nam Đồng(một người)Trực tiếp3 Ngày làm việcMiễn phí(Hội đồng nhân dân quyết định)Trực tiếp tại Công an phường.',
  thanh_phan_ho_so:
    'Giấy tờ phải nộpTên giấy tờMẫu đơn, tờ khaiSố lượngTờ khai cư trú (Mẫu CT01, 01 bản chính)ct01.docx1 bản chínhHợp đồng thuê nhà hai bên đã ký0 bản chính,1 bản sao',
  co_quan_thuc_hien: 'Công an Xã',
  ket_qua_xu_ly: 'Giấy xác nhậnMã: KQ.G01.000014Từ khóaKhông có thông tin',
  can_cu_phap_ly: 'Tên văn bản pháp lýMã văn bảnLuật Cư trú 202068/2020/QH14Nghị định154/2024/NĐ-CPThông tư',
};

function text(over: string = TEXT): PortalRecord {
  const record = readTextRecord(over);
  if (record === null) throw new Error('no record');
  return record;
}

describe('a record of the portal', () => {
  it('is read from its text, every part', () => {
    expect(text()).toMatchObject({
      code: '1.999999',
      ways: [
        {
          channel: 'online',
          time: { amount: 3, unit: 'working-day' },
          fees: [{ amount: 7000 }, { amount: 5000 }],
        },
        { channel: 'counter', fees: [{ amount: 0 }], note: 'Nộp tại Công an phường.' },
      ],
      documents: [
        { group: 'Giấy tờ phải nộp', name: 'Tờ khai cư trú (Mẫu CT01)', originals: 1, copies: 0 },
        { name: 'Hợp đồng thuê nhà hai bên đã ký', originals: 0, copies: 1 },
      ],
      executing: 'Công an Xã',
      authority: null,
      laws: ['68/2020/QH14', '154/2024/NĐ-CP'],
    });
  });

  it('is read from its flattened page, where words run into each other', () => {
    expect(readJsonRecord(PAGE)).toMatchObject({
      ways: [
        { channel: 'online', time: { amount: 3, unit: 'working-day' }, fees: [{ amount: 7000 }] },
        { channel: 'counter', fees: [{ amount: 0 }], note: 'Trực tiếp tại Công an phường.' },
      ],
      documents: [{ originals: 1 }, { name: 'Hợp đồng thuê nhà hai bên đã ký', copies: 1 }],
      result: 'Giấy xác nhận',
      laws: ['68/2020/QH14', '154/2024/NĐ-CP'],
    });
  });

  it('does not guess where a time and a fee cannot be told apart', () => {
    const cach_thuc_thuc_hien = 'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến1100 VNĐ';
    expect(readJsonRecord({ ...PAGE, cach_thuc_thuc_hien })?.ways).toMatchObject([
      { time: null, fees: [{ amount: null }] },
    ]);
  });

  it.each([['nothing'], ['Tên thủ tục: không có mã']])('is not made of %s', (words) => {
    expect(readTextRecord(words)).toBeNull();
    expect(readJsonRecord({ words })).toBeNull();
  });
});

describe('lengths of time', () => {
  it.each([
    ['03 ngày làm việc; xác minh không quá 05 ngày làm việc', ['3 working-day', '5 working-day']],
    ['Trong ngày; nhận sau 15 giờ thì ngày làm việc tiếp theo', ['0 working-day']],
    ['trong 08 giờ làm việc, hoặc một ngày', ['8 working-hour', '1 day']],
    ['ngày 15/7/2026, Điều 12', []],
  ])('in "%s"', (words, found) => {
    expect(durationsIn(words).map(({ amount, unit }) => `${amount} ${unit}`)).toEqual(found);
  });
});

it('numbers of laws are cut out of glued titles', () => {
  expect(lawsIn('Bộ Tư pháp04/2020/TT-BTPThông tư 85/2019/TT-BTCNghị quyết 66.7/2025/NQ-CP')).toEqual([
    '04/2020/TT-BTP',
    '85/2019/TT-BTC',
    '66.7/2025/NQ-CP',
  ]);
});

describe('beside our entry', () => {
  const ours = aProcedure({
    code: '1.999999',
    fees: [{ id: 'f', label: 'Phí', channel: 'online', amount: 8000, source: ['s1'] }],
    time: [{ id: 't', amount: 5, unit: 'working-day', source: ['s1'] }],
  });

  it('each field that differs is named, with what stands where', () => {
    const said = compareRecord(ours, text()).map(({ field, kind, words }) => `${field} ${kind} ${words}`);
    expect(said).toEqual(
      expect.arrayContaining([
        'time only-here 5 working-day',
        'time only-there 3 working-day',
        'fee only-here 8000 đồng',
        'fee only-there 7000 đồng',
        expect.stringContaining('documents only-there Hợp đồng thuê nhà'),
        expect.stringContaining('legalBasis only-there 68/2020/QH14'),
      ]),
    );
  });

  it('the entry is found by code, or by exactly its name', () => {
    const other = { ...text(), code: '2.000000' };
    expect(entriesOf(text(), [ours])).toEqual([ours]);
    expect(entriesOf({ ...other, name: 'Thủ tục mẫu khác' }, [ours])).toEqual([]);
    expect(entriesOf({ ...other, name: 'Mẫu' }, [{ ...ours, name: 'Thủ tục mẫu' }])).toHaveLength(1);
  });

  it('an accepted time is written with its source, and nothing else changes', () => {
    const yaml =
      '# chú thích\nid: mau\ntime:\n  - id: t\n    amount: 5\n    unit: day\n    source: [s1]\nsources:\n  s1: { title: A }\n';
    const written = accept(yaml, 'time', text(), '2026-07-18');
    expect(written).toContain('# chú thích');
    expect(written).toMatch(/amount: 3\n {4}unit: working-day\n/);
    expect(written).toContain('basis: found');
    expect(written).toContain('cong-20260718:');
    const two = yaml.replace('sources:', '  - id: u\n    amount: 1\nsources:');
    expect(() => accept(two, 'time', text(), '2026-07-18')).toThrow('several times');
  });
});

describe('a newer export', () => {
  const before = seen('mau', text(), '2026-06-10', 'text');

  it('without a change says nothing', () => {
    expect(changesSince(before, seen('mau', text(), '2026-07-18', 'text'))).toEqual([]);
  });

  it('says what changed officially', () => {
    const newer = text(
      TEXT.replaceAll('3 WORKING_DAY', '5 WORKING_DAY')
        .replace('7000', '9000')
        .replace('Hợp đồng thuê', 'Giấy cho mượn'),
    );
    expect(changesSince(before, seen('mau', newer, '2026-07-18', 'text'))).toEqual([
      'time: - counter 3 working-day, - online 3 working-day, + counter 5 working-day, + online 5 working-day',
      'fee: - online 7000, + online 9000',
      expect.stringContaining('paper gone or reworded: Hợp đồng thuê'),
      expect.stringContaining('paper new or reworded: Giấy cho mượn'),
    ]);
  });

  it('in the other format is no change where that format leaves things out', () => {
    const page = readJsonRecord(PAGE);
    expect(page).not.toBeNull();
    if (page !== null) expect(changesSince(before, seen('mau', page, '2026-07-18', 'json'))).toEqual([]);
  });
});
