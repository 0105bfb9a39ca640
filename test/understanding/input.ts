import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { parseLexicon, type Lexicon } from '#understanding/lexicon.ts';
import type { TrainingInput, TrainingTopic } from '#understanding/trainingInput.ts';

const folder = new URL('../../data/lexicon/', import.meta.url);

/** The product's own lexicon. */
export const theLexicon = (): Lexicon =>
  parseLexicon(
    readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .map((file): unknown => parse(readFileSync(new URL(file, folder), 'utf8'))),
  );

export const aTopic = (topic: Partial<TrainingTopic> & { readonly id: string }): TrainingTopic => ({
  kind: 'procedure',
  outcome: 'offer',
  names: [],
  phrases: [],
  only: null,
  ...topic,
});

/** A small town: three procedures, a trouble, small talk. */
export const anInput = (parts: Partial<TrainingInput> = {}): TrainingInput => ({
  topics: [
    aTopic({
      id: 'dang-ky-khai-sinh',
      names: ['làm giấy khai sinh', 'đăng ký khai sinh', 'khai sinh cho con'],
      phrases: [
        'vợ mới sinh em bé',
        'con mới sinh cần làm giấy gì',
        'bé được một tháng chưa có giấy khai sinh',
      ],
    }),
    aTopic({
      id: 'dang-ky-tam-tru',
      names: ['đăng ký tạm trú', 'khai báo tạm trú'],
      phrases: [
        'ở trọ có phải báo phường không',
        'mới chuyển tới thuê phòng trọ',
        'công nhân thuê nhà đăng ký ở',
      ],
    }),
    aTopic({
      id: 'dang-ky-ket-hon',
      names: ['đăng ký kết hôn', 'làm giấy kết hôn'],
      phrases: ['hai đứa muốn cưới nhau cần giấy gì', 'chuẩn bị cưới vợ', 'làm hôn thú'],
    }),
    aTopic({
      id: 'trouble:otp-khong-den',
      kind: 'trouble',
      outcome: 'answer',
      names: ['không nhận được mã OTP'],
      phrases: ['otp không về', 'chờ hoài không thấy mã', 'mã xác thực không gửi tới'],
    }),
    aTopic({
      id: 'chao-hoi',
      kind: 'topic',
      outcome: 'smalltalk',
      names: ['chào hỏi'],
      phrases: ['xin chào', 'chào bạn', 'chào em', 'có ai không'],
    }),
  ],
  aspects: [
    {
      aspect: 'le-phi',
      phrases: [
        '{t} hết bao nhiêu tiền',
        'lệ phí {t}',
        'lệ phí bao nhiêu',
        'tốn bao nhiêu tiền',
        'có mất tiền không',
      ],
    },
    {
      aspect: 'thoi-han',
      phrases: ['{t} mấy ngày có', 'bao lâu thì xong {t}', 'mấy ngày có', 'bao lâu thì xong'],
    },
    {
      aspect: 'ho-so',
      phrases: ['{t} cần giấy tờ gì', 'hồ sơ {t} gồm gì', 'cần giấy tờ gì', 'mang theo gì'],
    },
    { aspect: 'khac', phrases: ['{t}', 'tôi muốn {t}', 'cho hỏi {t}', 'em cần {t}'] },
  ],
  none: [
    'hôm nay trời mưa to quá',
    'tối nay ăn gì',
    'con mèo nhà tôi bị ốm',
    'giá vàng bao nhiêu rồi',
    'đội nào thắng tối qua',
    'mai đi chợ mua cá',
    'xe tôi bị thủng lốp',
    'bài hát này hay quá',
    'điện thoại nào chụp đẹp',
    'nấu phở sao cho ngon',
  ],
  places: {
    names: [
      { name: 'Bình Long', type: 'Phường', unit: '25326', former: false },
      { name: 'An Lộc', type: 'Phường', unit: '25333', former: false },
      { name: 'An Lộc', type: 'Phường', unit: '25326', former: true },
      { name: 'Tân Phú', type: 'Phường', unit: '26200', former: false },
      { name: 'Lộc Thạnh', type: 'Xã', unit: '25270', former: false },
      { name: 'Lộc Thành', type: 'Xã', unit: '25280', former: false },
      { name: 'Thanh Phú', type: 'Xã', unit: '25333', former: true },
    ],
    traps: [{ id: 'an-loc', name: 'An Lộc', units: ['25326', '25333'] }],
  },
  lexicon: theLexicon(),
  national: { lines: [], bodies: [] },
  covered: { byCode: new Map(), byName: new Map() },
  ...parts,
});
