import {
  compiledReleaseSchema,
  openRelease,
  type CompiledRelease,
  type Release,
} from '#knowledge/release.ts';
import { shippedWording } from './wording.ts';

/** A small invented world: two procedures with case questions, three wards, a trap, troubles. Facts are toys. */
export function toyCompiled(
  change: (compiled: CompiledRelease) => CompiledRelease = (same) => same,
): CompiledRelease {
  return change(compiledReleaseSchema.parse(toy(shippedWording())));
}

export const toyRelease = (change?: (compiled: CompiledRelease) => CompiledRelease): Release =>
  openRelease(toyCompiled(change));

const source = ['s1'];
const sources = { s1: { title: 'Nghị định thử', kind: 'law', confidence: 'high', date: '2026-01-01' } };
const dates = { asOf: '2026-06-10', review: '2027-06-10' };

function toy(wording: object): unknown {
  return {
    format: 1,
    hash: 'a'.repeat(64),
    procedures: [birth(), lodging()],
    flow: {
      steps: [
        {
          id: 'login',
          title: 'Đăng nhập',
          todo: 'Mở {entry}. Bấm Đăng nhập.',
          screen: 'Ô đăng nhập VNeID',
          troubles: ['otp', 'log-in'],
          source,
        },
        { id: 'find', title: 'Tìm thủ tục', todo: 'Gõ "{search}".', source },
        { id: 'unit', title: 'Chọn nơi nộp', todo: 'Chọn {unit}.', troubles: ['ward-missing'], source },
        { id: 'fill', title: 'Điền tờ khai', todo: 'Điền tờ khai {procedure}.', source },
        { id: 'attach', title: 'Đính kèm', todo: 'Tải giấy tờ lên.', source },
        { id: 'receive', title: 'Cách nhận', todo: 'Chọn cách nhận kết quả.', source },
        { id: 'submit', title: 'Nộp và giữ mã', todo: 'Bấm Nộp, ghi lại mã hồ sơ.', source },
        { id: 'follow', title: 'Theo dõi', todo: 'Chờ tin nhắn.', source },
      ],
      sideRoutes: [{ id: 'rut-ho-so', title: 'Rút hồ sơ', text: 'Vào mục hồ sơ đã nộp, chọn rút.', source }],
      screenAsOf: '2026-05-01',
      sources,
    },
    troubles: [
      {
        troubles: [
          {
            id: 'otp',
            title: 'Không nhận được mã OTP',
            cause: 'Mạng chậm.',
            fixes: ['Chờ 5 phút.', 'Gửi lại mã.', 'Đổi chỗ có sóng.'],
            whoHelps: ['vneid'],
            source,
          },
          {
            id: 'log-in',
            title: 'Không đăng nhập được',
            fixes: ['Mở lại ứng dụng.'],
            whoHelps: ['ward'],
            source,
          },
          {
            id: 'ward-missing',
            title: 'Không thấy phường mình',
            fixes: ['Chọn thành phố Đồng Nai trước.'],
            whoHelps: ['ward'],
            source,
          },
        ],
        sources,
        ...dates,
      },
    ],
    units: {
      city: { name: 'Thành phố Đồng Nai', since: '2026-04-30', formerly: ['tỉnh Đồng Nai'], source },
      units: [
        { code: '25326', slug: 'binh-long', name: 'Bình Long', type: 'Phường', formedFrom: [], served: true },
        { code: '25333', slug: 'an-loc', name: 'An Lộc', type: 'Phường', formedFrom: [], served: true },
        { code: '26041', slug: 'tran-bien', name: 'Trấn Biên', type: 'Phường', formedFrom: [] },
      ],
      traps: [
        {
          id: 'an-loc',
          name: 'An Lộc',
          ask: 'Anh/chị ở An Lộc cũ hay An Lộc mới?',
          options: [
            { label: 'An Lộc cũ', unit: '25326' },
            { label: 'An Lộc mới', unit: '25333' },
          ],
          source,
        },
      ],
      contacts: [
        { id: '1022', name: 'Tổng đài 1022', phone: '0251.1022', status: 'verified', source },
        { id: 'vneid', name: 'Tổng đài VNeID', phone: '1900.0368', status: 'verified', source },
        { id: 'hidden', name: 'Số chưa chắc', phone: '0000.0000', status: 'unverified', source },
      ],
      sources,
      ...dates,
    },
    topics: {
      topics: [
        {
          id: 'chao-hoi',
          name: 'Chào hỏi',
          outcome: 'smalltalk',
          answer: 'Dạ chào anh/chị.',
          phrases: ['chào'],
        },
        {
          id: 'xuc-pham',
          name: 'Lời nặng',
          outcome: 'refuse',
          answer: 'Em xin phép chỉ giúp về hồ sơ ạ.',
          phrases: ['…'],
        },
        {
          id: 'ho-chieu',
          name: 'Hộ chiếu',
          outcome: 'redirect',
          answer: 'Hộ chiếu do Công an làm.',
          whoHelps: ['ward-police'],
          phrases: ['hộ chiếu'],
        },
        {
          id: 'lua-dao-otp',
          name: 'Lừa đảo',
          outcome: 'safety',
          answer: 'Đừng đọc mã OTP cho ai.',
          phrases: ['xin otp'],
        },
        { id: 'gap-can-bo', name: 'Gặp cán bộ', outcome: 'handover', phrases: ['gặp cán bộ'] },
        {
          id: 'tra-cuu-ho-so',
          name: 'Tra cứu hồ sơ',
          outcome: 'answer',
          answer: 'Nhập mã hồ sơ trên Cổng.',
          phrases: ['tra cứu'],
        },
      ],
      aspects: [{ aspect: 'le-phi', name: 'lệ phí', phrases: ['lệ phí {t}'] }],
      none: [],
    },
    faq: [],
    notices: [],
    bodies: [],
    wording,
    glossary: [],
  };
}

const authority = {
  receive: 'UBND cấp xã',
  decide: 'Chủ tịch UBND cấp xã',
  desk: 'one-stop',
  anyCentre: true,
  source,
};

function birth(): unknown {
  return {
    id: 'khai-sinh',
    name: 'Đăng ký khai sinh',
    short: 'làm giấy khai sinh',
    leadsTo: 'Xong việc, bé có giấy khai sinh.',
    field: 'Hộ tịch',
    authority,
    online: { entry: 'portal', level: 'full', search: 'dang ky khai sinh', source },
    questions: {
      'ket-hon': {
        ask: 'Ba mẹ bé đã đăng ký kết hôn chưa?',
        options: {
          roi: { label: 'Đã đăng ký kết hôn', says: ['cưới rồi', 'đã cưới'] },
          chua: { label: 'Chưa đăng ký kết hôn', says: ['chưa cưới'] },
        },
      },
      'nhan-con': {
        ask: 'Ba có làm thủ tục nhận con luôn không?',
        when: { q: 'ket-hon', is: 'chua' },
        options: { co: { label: 'Có nhận con luôn' }, khong: { label: 'Không' } },
      },
      'dung-han': {
        ask: 'Bé sinh trong vòng 60 ngày chứ ạ?',
        options: { dung: { label: 'Trong 60 ngày' }, qua: { label: 'Quá 60 ngày' } },
      },
    },
    documents: [
      { id: 'to-khai', name: 'Tờ khai', need: 'always', form: 'e-form', source },
      {
        id: 'chung-sinh',
        name: 'Giấy chứng sinh',
        need: 'always',
        form: 'scan',
        replacedBy: 'dữ liệu chứng sinh điện tử',
        source,
      },
      {
        id: 'ket-hon',
        name: 'Giấy chứng nhận kết hôn',
        need: { q: 'ket-hon', is: 'roi' },
        form: 'show',
        source,
      },
      { id: 'nhan-con', name: 'Tờ khai nhận con', need: { q: 'nhan-con', is: 'co' }, form: 'e-form', source },
    ],
    fees: [
      {
        id: 'dung-han',
        label: 'đúng hạn',
        when: { q: 'dung-han', is: 'dung' },
        channel: 'any',
        amount: 0,
        source,
      },
      {
        id: 'qua-han',
        label: 'quá hạn',
        when: { q: 'dung-han', is: 'qua' },
        channel: 'any',
        amount: 'unknown',
        whoKnows: ['ward', '1022'],
        source,
      },
      {
        id: 'ban-sao',
        label: 'bản sao trích lục',
        channel: 'any',
        amount: 8000,
        per: 'bản',
        extra: true,
        source,
      },
    ],
    time: [{ id: 't', amount: 0, unit: 'working-day', cutoff: '15:00', source }],
    result: [{ id: 'giay', text: 'Giấy khai sinh bản chính', source }],
    conditions: [],
    onBehalf: [{ id: 'ong-ba', text: 'Ông bà, người thân được nộp thay.', source }],
    steps: { attach: { asks: ['ket-hon'] } },
    ownSteps: [
      {
        id: 'nhan-con',
        after: 'fill',
        when: { q: 'nhan-con', is: 'co' },
        title: 'Nhận con',
        todo: 'Điền phần nhận con.',
        source,
      },
    ],
    sources,
    ...dates,
  };
}

function lodging(): unknown {
  return {
    id: 'tam-tru',
    name: 'Đăng ký tạm trú',
    short: 'đăng ký tạm trú',
    leadsTo: 'Xong việc, chỗ ở của anh/chị được cập nhật.',
    field: 'Cư trú',
    authority: { ...authority, desk: 'police', receive: 'Công an cấp xã', anyCentre: false },
    online: { entry: 'portal-or-vneid', level: 'full', source },
    documents: [
      {
        id: 'ct01',
        name: 'Tờ khai thay đổi thông tin cư trú',
        need: 'always',
        form: 'e-form',
        formCode: 'CT01',
        source,
      },
    ],
    fees: [
      { id: 'online', label: 'một người', channel: 'online', amount: 7000, per: 'lần', source },
      { id: 'counter', label: 'một người', channel: 'counter', amount: 15000, per: 'lần', source },
    ],
    time: [{ id: 't', amount: 3, unit: 'working-day', source }],
    result: [{ id: 'tb', text: 'Thông báo kết quả', source }],
    sources,
    ...dates,
  };
}
