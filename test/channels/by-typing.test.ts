import { beforeAll, describe, expect, it } from 'vitest';
import { anonymousAccount, zaloAnonymousDescriptor } from '#channels/zalo/descriptor.ts';
import { piecesOf } from '#channels/push/pieces.ts';
import { renderText } from '#replies/render-text.ts';
import { say } from '#replies/wording.ts';
import { decideTurn } from '#turns/decide.ts';
import type { Conversation, Event } from '#turns/ports.ts';
import { build } from '../../src/build/build.ts';
import { composeBot, type Bot } from '../../src/compose.ts';

/** How somebody types who has no buttons: which of the shown choices, and how she says that a step is done. */
interface Typist {
  readonly first: string;
  readonly second: string;
  readonly done: readonly string[];
}

const typists: readonly Typist[] = [
  { first: '1', second: '2', done: ['xong'] },
  { first: 'cái thứ nhất', second: 'cái thứ hai', done: ['xong rồi', 'xong'] },
  { first: 'cai dau tien', second: 'cai thu 2', done: ['xong roi', 'da xong'] },
  { first: 'số 1', second: 'số 2', done: ['dạ xong', '1'] },
];

const opening = (name: string, index: number): string =>
  [`tôi muốn ${name}`, `em cần ${name}`, `cho hỏi ${name}`, name][index % 4] ?? name;

const TWENTY = [
  'bhxh-mot-lan',
  'bhxh-thai-san',
  'bhxh-tu-nguyen-dang-ky',
  'bhyt-ho-gia-dinh-dang-ky-dong',
  'bhyt-thanh-toan-truc-tiep',
  'cap-ban-sao-trich-luc-ho-tich',
  'cap-giay-xac-nhan-tinh-trang-hon-nhan',
  'cap-phieu-ly-lich-tu-phap',
  'bao-tro-xa-hoi-tro-cap-hang-thang',
  'bao-tro-xa-hoi-ho-tro-mai-tang',
  'dang-ky-khai-sinh',
  'dang-ky-khai-tu',
  'dang-ky-ket-hon',
  'dang-ky-tam-tru',
  'dang-ky-thuong-tru',
  'ho-kinh-doanh-dang-ky-thanh-lap',
  'chat-ha-dich-chuyen-cay-xanh',
  'an-toan-thuc-pham-gcn-dich-vu-an-uong',
  'bhxh-tu-tuat',
  'cap-giay-xac-nhan-co-quoc-tich-viet-nam',
] as const;
let bot: Bot;

beforeAll(async () => {
  bot = composeBot(await build({ pages: false, say: () => undefined }));
});

/** One person on a channel that shows text alone: what she reads is all she knows. */
class Reader {
  shown = '';
  turns = 0;
  private state: Conversation['state'] = null;
  private expects: Conversation['expects'] = null;
  private lastInAt: number | null = null;
  private now = Date.parse('2026-11-23T02:00:00Z');

  types(text: string): string {
    this.turns += 1;
    this.now += 20_000;
    const event: Event = { kind: 'text', text, masked: [] };
    const conversation: Conversation = {
      id: 'c',
      account: { channel: 'zalo', id: anonymousAccount('1'), homeUnit: '25326' },
      lang: 'vi',
      owner: 'bot',
      expects: this.expects,
      state: this.state,
      lastInAt: this.lastInAt,
      createdAt: 0,
    };
    const message = {
      inboxId: String(this.turns),
      event,
      secret: null,
      receivedAt: this.now,
      activityId: null,
      attempts: 0,
    };
    const decision = decideTurn(bot, { conversation, message }, bot.release, this.now);
    this.state = decision.state;
    this.expects = decision.expects;
    this.lastInAt = this.now;
    const byNumber = say(bot.release.wording, 'list.by-number', [], 'vi');
    const pieces = decision.replies.flatMap((reply) =>
      piecesOf(reply, zaloAnonymousDescriptor.limits, byNumber),
    );
    if (pieces.some(({ choices }) => choices.length > 0)) throw new Error('a button on a channel without');
    this.shown = pieces.map(renderText).join('\n');
    return this.shown;
  }

  /** The numbered choices under the last message. */
  get listed(): readonly string[] {
    const list = this.shown.slice(this.shown.lastIndexOf('Anh/chị nhắn số'));
    return [...list.matchAll(/^\d{1,2}\. (.+)$/gmu)].map(([, title = '']) => title);
  }

  /** "Bước k/N" as last shown. */
  get place(): readonly [number, number] | null {
    const found = [...this.shown.matchAll(/Bước (\d+)\/(\d+)/gu)].at(-1);
    return found === undefined ? null : [Number(found[1]), Number(found[2])];
  }
}

describe('twenty conversations on a channel without buttons', () => {
  it.each(TWENTY.map((id, index) => [id, index] as const))(
    'about %s goes through to the code, by typing alone',
    (id, index) => {
      const procedure = bot.release.procedures.get(id);
      if (procedure === undefined) throw new Error(`no procedure ${id}`);
      const typist = typists[index % typists.length] ?? { first: '1', second: '2', done: ['xong'] };
      const reader = new Reader();
      const name = typeof procedure.name === 'string' ? procedure.name : procedure.name.vi;
      reader.types(opening(name.toLowerCase(), index));
      const start = reader.listed.findIndex((title) => title.startsWith('Bắt đầu'));
      expect([procedure.id, reader.shown.slice(0, 300), start >= 0]).toEqual([
        procedure.id,
        expect.any(String),
        true,
      ]);
      reader.types(start === 1 && index % 2 === 1 ? typist.second : String(start + 1));
      expect([procedure.id, reader.shown, reader.place?.[0]]).toEqual([procedure.id, expect.any(String), 1]);

      let wentBack = false;
      const trail: string[] = [];
      for (let turn = 0; turn < 60 && !reader.shown.includes('giữ kỹ mã hồ sơ'); turn += 1) {
        const before = reader.place;
        const atStep = reader.listed.includes('Xong');
        if (atStep && !wentBack && before !== null && before[0] === 3) {
          wentBack = true;
          reader.types('quay lại');
          expect([procedure.id, reader.place?.[0]]).toEqual([procedure.id, 2]);
          continue;
        }
        const done = typist.done[turn % typist.done.length] ?? 'xong';
        const said = atStep ? done : turn % 2 === 0 ? typist.first : typist.second;
        trail.push(`${said} @ ${reader.place?.join('/') ?? '?'} ${reader.listed.slice(0, 2).join(' | ')}`);
        reader.types(said);
      }
      expect([procedure.id, wentBack, trail, reader.shown.includes('giữ kỹ mã hồ sơ')]).toEqual([
        procedure.id,
        true,
        expect.any(Array),
        true,
      ]);
    },
  );
});
