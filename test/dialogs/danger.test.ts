import { describe, expect, it } from 'vitest';
import { compileKnowledge } from '#knowledge/compile.ts';
import { openRelease } from '#knowledge/release.ts';
import { about, Talk, understood } from './talk.ts';

const compiled = compileKnowledge(new URL('../../data', import.meta.url).pathname);
if (!('release' in compiled)) throw new Error(compiled.faults.map(({ message }) => message).join('\n'));
const release = openRelease(compiled.release);

/** Conversations in the middle of something. */
const states: readonly (readonly [string, (she: Talk) => void])[] = [
  ['at the start', () => undefined],
  ['after an offer', (she) => she.says('x', about('dang-ky-khai-sinh'))],
  [
    'at a question of her case',
    (she) => {
      she.says('x', about('dang-ky-khai-sinh'));
      she.tapShown('offer:papers');
    },
  ],
  [
    'at a step',
    (she) => {
      she.says('x', about('dang-ky-tam-tru'));
      she.tapShown('offer:start');
    },
  ],
  ['when a unit was asked for', (she) => she.says('Tân Phú cũ giờ thuộc đâu')],
  ['when the reason of a return was asked for', (she) => she.says('hồ sơ bị trả về')],
];

describe.each(states)('danger %s', (_name, lead) => {
  it.each([
    ['nha em dang chay cuu voi', '114'],
    ['ck danh e hoai', '113'],
    ['con toi bi nguoi ta sam so', '111'],
    ['k mún sống nx', '115'],
    ['tôi lỡ đọc otp cho người ta rồi', '1900.0368'],
  ])('"%s" comes before everything else', (text, phone) => {
    const she = new Talk(release);
    lead(she);
    const before = JSON.stringify(she.stored === null ? null : she.state.walkthroughs);
    expect(she.says(text)).toContain(phone);
    expect(she.last?.record.outcome).toBe('safety');
    // Her place is not lost.
    if (before !== 'null') expect(JSON.stringify(she.state.walkthroughs)).toBe(before);
  });
});

describe('what only sounds like danger', () => {
  it("is no danger for the matcher's guess either", () => {
    const guess = understood({
      candidates: [{ topic: 'khan-cap', p: 0.9 }],
      confidence: 'sure',
      outcome: 'safety',
    });
    const she = new Talk(release);
    she.says('cháy máy điện thoại rồi', guess);
    expect(she.last?.record.outcome).not.toBe('safety');
    she.says('nguy to rồi', guess);
    expect(she.last?.record.outcome).toBe('safety');
  });

  it('who is tired of the app is comforted and asked where she is stuck', () => {
    const said = new Talk(release).says('mệt muốn chết vì cái app này');
    expect(said).toContain('Tôi hiểu');
    expect(said).toContain('vướng chỗ nào');
  });

  it('who is in danger is not offered papers', () => {
    const she = new Talk(release);
    she.says('tôi không muốn sống nữa');
    expect(she.choices.map(({ id }) => id)).toEqual(['staff']);
  });

  it('a dossier code is not needed, and told where to look it up', () => {
    expect(new Talk(release).says('mã H19.12-261122-0001 tới đâu rồi')).toContain('không cần mã hồ sơ');
  });
});
