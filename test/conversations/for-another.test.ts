import { afterEach, beforeEach, expect, it } from 'vitest';
import { onEachEngine, type TestDatabase } from '../support/engines.ts';
import { openHouse, type TestHouse } from './house.ts';
import { Resident } from './resident.ts';

/** The neighbour who helps, through the real stages: what the conversation remembers, and what is counted of it. */
onEachEngine('a neighbour who helps', (make) => {
  let test: TestDatabase;
  let house: TestHouse;
  let he: Resident;

  beforeEach(async () => {
    test = await make();
    house = await openHouse(test, '25326');
    he = new Resident(house.url);
    await he.arrives();
  });
  afterEach(async () => {
    he.leaves();
    await house.stop();
  });

  /** How often each outcome of a screen was counted. */
  async function screens(): Promise<unknown[]> {
    const database = test.open();
    const rows = await database.db
      .selectFrom('daily_count')
      .select(['outcome', 'topic', 'aspect', 'count'])
      .where('outcome', 'in', ['screen-same', 'screen-differs'])
      .orderBy('outcome')
      .execute();
    await database.close();
    return rows;
  }

  it('is still known to help after the server was started anew, and can take it back', async () => {
    await he.says('em lam gium bac hang xom giay khai sinh');
    expect(he.text).toContain('làm giúp bác hàng xóm');
    await he.taps('offer:start');
    expect(he.text).toContain('VNeID của bác hàng xóm');
    await house.restart();
    await he.returns(house.url);
    await he.says('đang làm giúp ai');
    expect(he.text).toContain('Anh/chị đang làm giúp bác hàng xóm');
    expect(he.text).toMatch(/Bước 1\//);
    await he.taps('helper:off');
    expect(he.text).toContain('làm cho chính mình');
    await he.says('xong');
    expect(he.text).not.toContain('bác hàng xóm');
  });

  it('says that his screen differs, is helped, and it is counted once', async () => {
    await he.says('làm giấy khai sinh');
    await he.taps('offer:start');
    await he.taps('screen:differs');
    expect(he.text).toContain('hình người');
    await he.says('làm tiếp');
    await he.says('màn hình khác');
    await he.says('làm tiếp');
    expect(await screens()).toEqual([
      { outcome: 'screen-differs', topic: 'dang-ky-khai-sinh', aspect: 'mo-cong-dang-nhap', count: 1 },
    ]);
  });

  it('has the dossier looked over, answers what was open, and goes on where he was', async () => {
    await he.says('làm giấy khai sinh');
    await he.taps('offer:start');
    await he.says('coi lai giup');
    expect(he.text).toContain('Bé sinh được bao lâu rồi?');
    await he.taps('change:dang-ky-khai-sinh:dung-han');
    await he.taps('q:dung-han:trong-60-ngay');
    expect(he.text).toMatch(/Bước 1\//);
    await he.says('đủ chưa');
    expect(he.text).not.toContain('• Bé sinh được bao lâu rồi?');
  });
});
