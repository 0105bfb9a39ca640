import { expect, it } from 'vitest';
import { itemNames, pathWithIds } from './item-names.ts';

const entry = {
  questions: {
    'cho-o': { ask: { vi: 'Anh/chị đang ở chỗ nào?' }, options: { thue: { label: 'Nhà thuê' } } },
  },
  fees: [
    { id: 'truc-tuyen', label: { vi: 'Nộp trên mạng', en: 'Online' }, amount: 7000 },
    { id: 'tai-quay', label: 'Nộp tại quầy' },
  ],
  online: { text: 'Cổng' },
  sources: { cong: { title: 'Cổng dịch vụ công' } },
};

it('names the items on the way to a field, and leaves fields to their own words', () => {
  expect(itemNames('fees.truc-tuyen.amount', [entry])).toEqual({ 'fees.truc-tuyen': 'Nộp trên mạng' });
  expect(itemNames('online.text', [entry])).toEqual({});
});

it('names an item by its place in the list too, as faults tell it', () => {
  expect(itemNames('fees.1.amount', [entry])).toEqual({ 'fees.1': 'Nộp tại quầy' });
});

it('takes the first version that has the item', () => {
  expect(itemNames('fees.them', [entry, { fees: [{ id: 'them', label: 'Bản thêm' }] }])).toEqual({
    'fees.them': 'Bản thêm',
  });
});

it('names the questions, options and sources that the values speak of by id', () => {
  const value = { when: { all: [{ q: 'cho-o', in: ['thue'] }] }, source: ['cong', 'la'] };
  expect(itemNames('', [entry], [value])).toEqual({
    'questions.cho-o': 'Anh/chị đang ở chỗ nào?',
    'questions.cho-o.options.thue': 'Nhà thuê',
    'sources.cong': 'Cổng dịch vụ công',
  });
  expect(itemNames('fees.truc-tuyen.source', [entry], [['cong']])).toHaveProperty(['sources.cong']);
});

it('shortens what is long, at a word', () => {
  const text = 'Nhờ được khi người nhờ viết giấy ủy quyền và giấy đó được công chứng, chứng thực';
  const name = itemNames('onBehalf.0', [{ onBehalf: [{ text }] }])['onBehalf.0'];
  expect(name).toMatch(/^Nhờ được .*…$/);
  expect(name?.length).toBeLessThanOrEqual(61);
});

it('finds the item that a fault counts in a unit’s own list by its id in the shared one', () => {
  const own = { fees: [{ id: 'tai-quay', amount: 9000 }] };
  const path = pathWithIds('fees.0.amount', own);
  expect(path).toBe('fees.tai-quay.amount');
  expect(itemNames(path, [own, entry])).toEqual({ 'fees.tai-quay': 'Nộp tại quầy' });
  expect(pathWithIds('aliases.0', { aliases: ['a'] })).toBe('aliases.0');
});
