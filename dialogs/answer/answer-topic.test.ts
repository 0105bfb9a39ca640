import { describe, expect, it } from 'vitest';
import { aRelease } from '../../test/support/builders.ts';
import { compileKnowledge } from '#knowledge/compile.ts';
import { openRelease } from '#knowledge/release.ts';
import { about, Talk } from '../../test/dialogs/talk.ts';

const compiled = compileKnowledge('data');
if (!('release' in compiled)) throw new Error(compiled.faults.map(({ message }) => message).join('\n'));
const shipped = compiled.release;
const release = openRelease(shipped);
const questions = shipped.faq.flatMap(({ topics }) => topics);

describe('questions that are about no procedure', () => {
  it('are at least 150, and each is a topic of the release', () => {
    expect(questions.length).toBeGreaterThanOrEqual(150);
    expect(questions.filter(({ id }) => !release.topics.has(id))).toEqual([]);
  });

  it('tell their sources and their day under the answer', () => {
    const said = new Talk(release).says('x', about('vneid-tren-hai-may'));
    expect(said).toContain('chỉ dùng trên một máy');
    expect(said).toMatch(/tính đến 22\/11\/2026\. Nguồn: CafeF/);
  });

  it('say so when they are past their review date', () => {
    const old = openRelease({
      ...shipped,
      faq: shipped.faq.map((file) => Object.assign({}, file, { review: '2026-11-01' })),
    });
    expect(new Talk(old).says('x', about('vneid-tren-hai-may'))).toContain('đã quá hạn xem lại');
    expect(new Talk(release).says('x', about('vneid-tren-hai-may'))).not.toContain('đã quá hạn xem lại');
  });

  it('name no source where they state nothing that needs one', () => {
    expect(new Talk(release).says('x', about('tl-co-mat-tien'))).not.toContain('Nguồn');
  });

  it.each(questions.filter(({ answer }) => answer !== undefined).map(({ id }) => id))(
    '"%s" stands in the lock under the key that its reply names',
    (id) => {
      const talk = new Talk(release);
      talk.says('x', about(id));
      const facts = talk.last?.replies.flatMap((reply) => reply.facts) ?? [];
      expect(facts).toContain(`*/topic/${id}`);
    },
  );

  it('offer the procedures that belong to them', () => {
    const talk = new Talk(release);
    talk.says('x', about('ai-lam-ho-tich'));
    expect(talk.choices.map(({ id }) => id)).toContain('topic:dang-ky-khai-sinh');
  });
});

describe('general topics', () => {
  it('answer what is asked about them by its own words', () => {
    const said = new Talk(release).says('x', about('cap-so-nha', { aspect: 'le-phi', aspectP: 1 }));
    expect(said).toContain('Phí cấp số nhà ở đây tôi chưa có nguồn');
  });

  it('of a file without dates cite nothing', () => {
    expect(aRelease().topics.get('chao')).toMatchObject({ asOf: null, review: null, sources: {} });
  });
});
