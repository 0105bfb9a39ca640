import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueDate } from '#knowledge/calendar/due-date.ts';
import { expectedDays, unsettledDays } from '#knowledge/calendar/expected-days.ts';
import { workingDays } from '#knowledge/calendar/working-days.ts';
import { compileKnowledge } from '#knowledge/compile.ts';
import { addDays } from '#knowledge/dates.ts';
import { timeFacts } from '#knowledge/facts/time.ts';
import { openRelease } from '#knowledge/release.ts';
import { about, Talk } from '../../test/dialogs/talk.ts';
import { whenSaid } from './when.ts';

const compiled = compileKnowledge('data');
if (!('release' in compiled)) throw new Error(compiled.faults.map(({ message }) => message).join('\n'));
const release = openRelease(compiled.release);
const { cues } = release;
if (cues === null) throw new Error('no cues');
const TODAY = '2026-11-25';
const at = (time: string): number => Date.parse(`${time}:00+07:00`);

describe('the day that a message names', () => {
  it.each([
    ['nộp hôm nay thì bao giờ có', '2026-11-25', null, null],
    ['nop hom nay bao gio co', '2026-11-25', null, null],
    ['mai nộp thì ngày nào xong', '2026-11-26', null, null],
    ['nộp chiều thứ sáu bao giờ lấy', '2026-11-27', null, 'afternoon'],
    ['nop chieu t6 bao h lay', '2026-11-27', null, 'afternoon'],
    ['4h chiều nộp có kịp không', '2026-11-25', '16:00', 'afternoon'],
    ['3 rưỡi chiều mai nộp kịp không', '2026-11-26', '15:30', 'afternoon'],
    ['9:30 thứ hai nộp bao giờ có', '2026-11-30', '09:30', null],
    ['mốt nộp khi nào có', '2026-11-27', null, null],
    ['nộp chủ nhật thì sao', '2026-11-29', null, null],
    ['thứ hai tuần sau nộp', '2026-11-30', null, null],
    ['hôm thứ hai tôi nộp rồi bao giờ có', '2026-11-23', null, null],
    ['nộp ngày 25/12 bao giờ có', '2026-12-25', null, null],
    ['nộp ngày 3 tháng 1 bao giờ có', '2027-01-03', null, null],
    ['nộp ngày 28 bao giờ có', '2026-11-28', null, null],
    ['nộp 5/2/2027', '2027-02-05', null, null],
  ])('"%s"', (text, date, hour, part) => {
    expect(whenSaid(text, TODAY, cues)).toEqual({ date, hour, part });
  });

  it.each(['nộp cả tuần nay chưa có', 'lâu nay', 'mấy bữa nay', 'bao giờ có giấy', 'nộp 31/2'])(
    '"%s" names none',
    (text) => {
      expect(whenSaid(text, TODAY, cues)).toBeNull();
    },
  );
});

function talk(now: string, procedure: string): Talk {
  const she = new Talk(release);
  she.now = at(now);
  she.says('x', about(procedure));
  return she;
}

describe('the day of the result', () => {
  it('is computed for her procedure from the day she names, told as expected over a holiday nobody confirmed', () => {
    const she = talk('2026-11-25T09:00', 'huu-tri-xa-hoi-tro-cap');
    const said = she.says('mai nộp thì ngày nào xong');
    // Thứ năm 26/11 + 10 working days.
    expect(said).toContain('thứ năm 10/12/2026');
    expect(said).toContain('10 ngày làm việc');
    expect(said).toContain('giấy hẹn');
  });

  it('counts the holiday of 24/11 out and names the Monday before it as not certain', () => {
    const she = talk('2026-11-22T09:00', 'huu-tri-xa-hoi-tro-cap');
    const said = she.says('nộp thứ hai thì bao giờ có');
    expect(said).toContain('dự kiến');
    expect(said).toContain('thứ ba 8/12/2026');
  });

  it('tells both sides of the cut-off hour, or the one that the hour decides', () => {
    const she = talk('2026-11-25T09:00', 'dang-ky-khai-sinh');
    const both = she.says('nộp chiều thứ sáu bao giờ lấy');
    expect(both).toContain('trước 15:00');
    expect(both).toContain('từ 15:00 trở đi');
    expect(both).toContain('thứ hai 30/11/2026');
    const late = she.says('4h chiều nay nộp có kịp không');
    expect(late).toContain('16:00 hôm nay');
    expect(late).toContain('thứ năm 26/11/2026');
  });

  it('says that a day off counts from the next working day, and that the portal is open', () => {
    const she = talk('2026-11-25T09:00', 'dang-ky-khai-sinh');
    const said = she.says('chủ nhật nộp online bao giờ có');
    expect(said).toContain('không phải ngày làm việc');
    expect(said).toContain('thứ hai 30/11/2026');
    expect(said).toContain('lúc nào cũng gửi được');
  });

  it('over Tết is only expected', () => {
    const she = talk('2027-02-01T09:00', 'huu-tri-xa-hoi-tro-cap');
    const said = she.says('hôm nay nộp thì khi nào có');
    expect(said).toContain('dự kiến');
    expect(said).toContain('Tết Nguyên đán');
  });

  it('is asked for which paper where none is known', () => {
    const she = new Talk(release);
    she.says('mai nộp thì ngày nào xong');
    expect(she.choices.length).toBeGreaterThan(2);
  });

  it('a question about how long it takes is left to the usual answer', () => {
    const she = talk('2026-11-25T09:00', 'dang-ky-khai-sinh');
    expect(she.says('bao lâu có', about('dang-ky-khai-sinh', { aspect: 'thoi-han' }))).not.toContain(
      'chậm nhất',
    );
  });
});

describe('days of work', () => {
  it.each([
    ['chủ nhật có làm việc không', /Chủ nhật 29\/11\/2026 không tính là ngày làm việc/],
    ['chu nhat co lam viec ko', /không tính là ngày làm việc/],
    ['mai phường có làm không', /Thứ năm 26\/11\/2026 là ngày làm việc/],
    ['24/11 có làm việc không', /Ngày Văn hóa Việt Nam, cơ quan nghỉ/],
    ['23/11 phường có làm không', /chưa chắc có nghỉ hay không/],
    ['tết nghỉ ngày nào', /Mùng 1 Tết năm 2027 là thứ bảy 6\/2\/2027/],
    ['giỗ tổ nghỉ ngày nào', /16\/4\/2027/],
    ['hôm nay mấy giờ đóng cửa', /chưa có thông tin đã xác nhận/],
    ['30/4 nghỉ mấy ngày', /chưa có thông tin chắc chắn/],
  ])('"%s"', (text, told) => {
    const she = new Talk(release);
    she.now = at(`${TODAY}T09:00`);
    expect(she.says(text)).toMatch(told);
  });

  it('no hours are told that nobody confirmed', () => {
    const she = new Talk(release);
    expect(she.says('thứ bảy có làm việc không')).not.toMatch(/\d{1,2}:\d{2}/);
  });
});

describe('date arithmetic', () => {
  const days = workingDays(release.calendar);
  const times = [...release.procedures.keys()].flatMap((procedure) =>
    timeFacts(release, { procedure, answers: {}, channel: null, unit: null, date: TODAY }),
  );

  it('a result is due on a working day, never before it was handed in, and later never earlier', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.constantFrom(...times),
        (offset, minute, fact) => {
          const date = addDays('2026-01-01', offset);
          const start = Date.parse(`${date}T00:00:00+07:00`) + minute * 60_000;
          const by = dueDate(start, fact, days);
          if (by === null) return;
          expect(by.date >= date).toBe(true);
          if (fact.unit === 'working-day') expect(days.isWorkingDay(by.date)).toBe(true);
          const later = dueDate(start + 86_400_000, fact, days);
          expect(later !== null && later.date >= by.date).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('expected holidays of each year are days of that year, and none is unsettled once it is verified', () => {
    for (let year = 2024; year <= 2040; year += 1)
      for (const { date } of expectedDays(year)) expect(date.startsWith(String(year))).toBe(true);
    expect(unsettledDays(release.calendar, '2026-09-01', '2026-09-02')).toEqual([]);
    expect(unsettledDays(release.calendar, '2027-02-01', '2027-02-10').length).toBeGreaterThan(0);
  });
});
