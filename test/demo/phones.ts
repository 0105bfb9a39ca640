import { PAGE, type FakeMeta, type MetaFault } from '../channels/fake-meta.ts';
import { OA, type Fault, type FakeZalo } from '../channels/fake-zalo.ts';

/** What a phone shows, and what can be done on it and to its platform. */
export interface Phone {
  lines(): readonly Line[];
  act(what: string, value: string): Promise<void>;
}

export interface Line {
  readonly from: 'me' | 'bot' | 'officer' | 'note';
  readonly text: string;
  readonly buttons: readonly { readonly title: string; readonly payload: string }[];
}

const PERSON = { zalo: '8309000000000000246', messenger: '7300000000000001' } as const;
const OFFICER = 'Dạ em là cán bộ phường, để em xem giúp anh/chị.';
const GATEWAY = { kind: 'http', status: 502, body: '<html><body>502 Bad Gateway</body></html>' } as const;

const zaloFaults: Readonly<Record<string, Fault>> = {
  'HTML 502 của gateway': GATEWAY,
  'Mất kết nối sau khi gửi': { kind: 'cut-after' },
  '-32 quá nhiều lượt gọi': { kind: 'error', code: -32 },
  '-201 nút không hợp lệ': { kind: 'error', code: -201 },
  '-213 chưa quan tâm OA': { kind: 'error', code: -213 },
  '-230 quá 7 ngày': { kind: 'error', code: -230 },
  '-224 gói OA quá thấp': { kind: 'error', code: -224 },
};
const meta = (status: number, error: object): MetaFault => ({ kind: 'error', status, error });
const metaFaults: Readonly<Record<string, MetaFault>> = {
  'HTML 502 của gateway': GATEWAY,
  'Mất kết nối sau khi gửi': { kind: 'cut-after' },
  '613 quá nhiều lượt gọi': meta(400, { code: 613 }),
  '2 lỗi tạm thời': meta(500, { code: 2, is_transient: true }),
  '10/2018278 quá 24 giờ': meta(400, { code: 10, error_subcode: 2_018_278 }),
  '551 không nhận tin': meta(400, { code: 551, error_subcode: 1_545_041 }),
};
export const faultNames = { zalo: Object.keys(zaloFaults), messenger: Object.keys(metaFaults) };

/** Collects what was typed here and what the platform showed, in the order in which it happened. */
function history(shown: () => readonly Omit<Line, 'from'>[]) {
  const lines: Line[] = [];
  let taken = 0;
  const look = (): void => {
    for (const line of shown().slice(taken)) lines.push({ from: 'bot', ...line });
    taken = shown().length;
  };
  return {
    add(from: Line['from'], text: string) {
      look();
      lines.push({ from, text, buttons: [] });
    },
    lines(): readonly Line[] {
      look();
      return lines;
    },
  };
}

export function createZaloPhone(zalo: FakeZalo, consent: () => Promise<void>): Phone {
  const seen = history(() => zalo.shown.map(({ text, buttons }) => ({ text, buttons })));
  let count = 0;
  const person = { sender: { id: PERSON.zalo }, recipient: { id: OA } };
  const message = (event_name: string, content: object): Promise<number> => {
    count += 1;
    return zalo.send({ event_name, ...person, message: { msg_id: `demo-${String(count)}`, ...content } });
  };
  return {
    lines: () => seen.lines(),
    async act(what, value) {
      if (what === 'say') {
        seen.add('me', value);
        await message('user_send_text', { text: value });
      } else if (what === 'tap') {
        // A tap comes back as text; what she sees is the button's title.
        const { title, payload } = JSON.parse(value) as { title: string; payload: string };
        seen.add('me', title);
        await message('user_send_text', { text: payload });
      } else if (what === 'photo') {
        seen.add('me', '📷 (ảnh)');
        const payload = { thumbnail: 'https://x.invalid/t.jpg', url: 'https://x.invalid/i.jpg' };
        await message('user_send_image', { attachments: [{ type: 'image', payload }] });
      } else if (what === 'open') {
        seen.add('note', 'Anh/chị vừa quan tâm OA');
        await zalo.send({
          event_name: 'follow',
          oa_id: OA,
          follower: { id: PERSON.zalo },
          source: 'oa_profile',
        });
      } else if (what === 'officer') {
        seen.add('officer', OFFICER);
        count += 1;
        await zalo.send({
          event_name: 'oa_send_text',
          sender: { id: OA, admin_id: '77' },
          recipient: { id: PERSON.zalo },
          message: { msg_id: `officer-${String(count)}`, text: OFFICER },
        });
      } else if (what === 'fault') {
        const fault = zaloFaults[value];
        if (fault !== undefined) zalo.script.push(fault);
      } else if (what === 'delay') zalo.latency = () => Number(value) / 2;
      else if (what === 'expire') zalo.expire(OA);
      else if (what === 'revoke') zalo.revoke(OA);
      else if (what === 'restore') await consent();
    },
  };
}

export function createMessengerPhone(fake: FakeMeta): Phone {
  const seen = history(() => fake.shown.map(({ text, quickReplies }) => ({ text, buttons: quickReplies })));
  const token = fake.tokens.get(PAGE) ?? '';
  let count = 0;
  const send = (
    item: object,
    sender: string = PERSON.messenger,
    recipient: string = PAGE,
  ): Promise<number> => {
    count += 1;
    const messaging = [
      { sender: { id: sender }, recipient: { id: recipient }, timestamp: Date.now(), ...item },
    ];
    return fake.send({ object: 'page', entry: [{ id: PAGE, time: Date.now(), messaging }] });
  };
  const mid = (): string => `m_demo${String(count)}`;
  return {
    lines: () => seen.lines(),
    async act(what, value) {
      if (what === 'say') {
        seen.add('me', value);
        await send({ message: { mid: mid(), text: value } });
      } else if (what === 'tap') {
        const { title, payload } = JSON.parse(value) as { title: string; payload: string };
        seen.add('me', title);
        await send({ message: { mid: mid(), text: title, quick_reply: { payload } } });
      } else if (what === 'photo') {
        seen.add('me', '📷 (ảnh)');
        const attachments = [{ type: 'image', payload: { url: 'https://x.invalid/i.jpg' } }];
        await send({ message: { mid: mid(), attachments } });
      } else if (what === 'open') {
        seen.add('note', 'Anh/chị vừa bấm “Bắt đầu”');
        await send({ postback: { mid: mid(), title: 'Bắt đầu', payload: 'BAT_DAU' } });
      } else if (what === 'officer') {
        seen.add('officer', OFFICER);
        const message = { mid: mid(), is_echo: true, app_id: 263_902_037_430_900, text: OFFICER };
        await send({ message }, PAGE, PERSON.messenger);
      } else if (what === 'fault') {
        const fault = metaFaults[value];
        if (fault !== undefined) fake.script.push(fault);
      } else if (what === 'delay') fake.latency = () => Number(value) / 2;
      else if (what === 'expire' || what === 'revoke') fake.tokens.set(PAGE, `${token}-ended`);
      else if (what === 'restore') fake.tokens.set(PAGE, token);
    },
  };
}
