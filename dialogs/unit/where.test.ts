import { describe, expect, it } from 'vitest';
import { compileKnowledge } from '#knowledge/compile.ts';
import { openRelease } from '#knowledge/release.ts';
import { Talk } from '../../test/dialogs/talk.ts';
import { placesIn } from './places.ts';

const compiled = compileKnowledge('data');
if (!('release' in compiled)) throw new Error(compiled.faults.map(({ message }) => message).join('\n'));
const release = openRelease(compiled.release);
const units = [...release.units.values()];
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase();
const ask = (text: string): string => new Talk(release).says(text);

describe('former names', () => {
  const former = units.flatMap((unit) =>
    unit.formedFrom.map(({ name, type, district }) => ({
      name,
      type,
      district,
      now: `${unit.type} ${unit.name}`,
    })),
  );

  it('are 271 lines of 270 places in 95 units, and 21 older ones', () => {
    expect([units.length, former.length, units.flatMap(({ older }) => older).length]).toEqual([95, 271, 21]);
    expect(new Set(former.map(({ name, type, district }) => [name, type, district].join())).size).toBe(270);
  });

  it('each is told the unit of today, with and without diacritics', () => {
    const untold = former.flatMap(({ name, type, now }) => {
      const asked = `${type.toLowerCase()} ${name} cũ giờ thuộc đâu`;
      return [asked, plain(asked)].filter((text) => !ask(text).toLowerCase().includes(now.toLowerCase()));
    });
    expect(untold).toEqual([]);
  });

  it('each is told alone where its district is named', () => {
    const wrong = former
      .filter(({ name }) => name !== 'Xuân Tâm')
      .flatMap(({ name, type, district, now }) => {
        const said = ask(`${type.toLowerCase()} ${name} ${district.toLowerCase()} cũ giờ là phường nào`);
        return said.includes(now) && !said.includes('mấy nơi cùng tên')
          ? []
          : [`${type} ${name} ${district}`];
      });
    expect(wrong).toEqual([]);
  });

  it('older ones tell what they became first', () => {
    const untold = units.flatMap(({ name, type, older }) =>
      older.flatMap((before) => {
        const said = ask(`${before.type.toLowerCase()} ${before.name} hồi trước giờ thuộc đâu`);
        return said.includes(`${type} ${name}`) ? [] : [before.name];
      }),
    );
    expect(untold).toEqual([]);
  });

  it('every unit of today tells what it was formed from', () => {
    const untold = units.filter(({ name, type, formedFrom }) => {
      const said = ask(`${type.toLowerCase()} ${name} mới gồm những xã nào`);
      return formedFrom.some((place) => !said.includes(place.name));
    });
    expect(untold.map(({ name }) => name)).toEqual([]);
  });
});

describe('questions about names', () => {
  it.each([
    ['xã Thanh Phú cũ giờ thuộc đâu', /Phường An Lộc/, /Tân Triều/],
    ['tôi ở Hưng Chiến nộp ở đâu', /Phường Bình Long/, /An Lộc/],
    ['an loc cu gio la phuong nao', /nay thuộc Phường Bình Long/, /Phú Thịnh/],
    ['Bình Phước giờ là tỉnh nào', /Thành phố Đồng Nai/, /phường Tân Đồng/],
    ['tỉnh bình phước còn không', /1\/7\/2025/, /gồm/],
    ['đồng nai là tỉnh hay thành phố', /30\/4\/2026/, /Bình Phước/],
    ['thị xã Bình Long còn không', /phường Bình Long và phường An Lộc/, /chưa hiểu/],
    ['tx binh long con khong', /phường Bình Long và phường An Lộc/, /chưa hiểu/],
    ['huyện Hớn Quản giờ là gì', /Tân Khai/, /chưa hiểu/],
    ['giấy tờ ghi phường cũ có phải đổi không', /vẫn dùng được/, /chưa hiểu/],
    ['căn cước ghi xã Thanh Phú cũ có phải đổi không', /Phường An Lộc/, /Tân Triều/],
    ['so do ghi tinh binh phuoc cu co can doi khong', /vẫn dùng được/, /chưa hiểu/],
    ['xã Xuân Tâm giờ thuộc xã nào', /xã Xuân Đông và xã Xuân Hòa/, /chưa hiểu/],
    ['phường An Lộc mới gồm những xã nào', /Thanh Lương/, /Phú Đức/],
  ])('"%s"', (text, told, not) => {
    const said = ask(text);
    expect(said).toMatch(told);
    expect(said).not.toMatch(not);
  });

  it('a name of several places is told with all of them, and asked', () => {
    const talk = new Talk(release);
    const said = talk.says('Tân Phú cũ giờ thuộc đâu');
    for (const name of ['Phường Bình Phước', 'Phường Đồng Phú', 'Phường Tân Phú'])
      expect(said).toContain(name);
    expect(talk.choices.map(({ id }) => id)).toEqual([
      'unit:25195:sure',
      'unit:25363:sure',
      'unit:26116:sure',
    ]);
    talk.tap('unit:25363:sure');
    expect(talk.state.unit).toBe('25363');
  });

  it('An Lộc without "cũ" or "mới" is asked about', () => {
    const said = ask('An Lộc giờ thuộc đâu');
    expect(said).toContain('Phường Bình Long');
    expect(said).toContain('Phường An Lộc');
    expect(said).toContain('Nơi nào là của anh/chị');
  });

  it('names equal without diacritics are both told', () => {
    const said = ask('thanh phu cu gio thuoc dau');
    expect(said).toContain('Phường An Lộc');
    expect(said).toContain('Phường Tân Triều');
    expect(ask('xã Lộc Thạnh gồm những xã nào')).not.toContain('Lộc Thành');
  });

  it('no contact that is not verified is shown', () => {
    expect(ask('tôi ở phường Bình Long nộp ở đâu')).not.toMatch(/Lê Quý Đôn|ubnd\.phuong/);
  });

  it.each([
    'làm khai sinh nộp ở đâu',
    'hồ sơ chuyển về đâu',
    'thống nhất nộp ở đâu',
    'giấy khai sinh có phải đổi không',
  ])('"%s" asks about no name', (text) => {
    expect(ask(text)).not.toMatch(/nay thuộc|mấy nơi cùng tên|vẫn dùng được/);
  });

  it('reads names in a bounded time', () => {
    expect(placesIn(release, 'tân phú '.repeat(2000)).length).toBeGreaterThan(10);
  });
});
