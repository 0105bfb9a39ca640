import { expect, it } from 'vitest';
import { toyRelease } from '../../test/dialogs/toy-release.ts';
import { voiceOf } from '#replies/wording.ts';
import { wordsOf } from '../words/fold.ts';
import { optionsNear } from './options.ts';

const release = toyRelease();
const procedure = release.procedures.get('khai-sinh');
const voice = voiceOf(release.wording, 'vi');
const near = (said: string): readonly string[] => {
  if (procedure === undefined) throw new Error('no such procedure');
  return optionsNear(procedure, voice, wordsOf(said)).map(({ question, option }) => `${question}=${option}`);
};

it('gives the options for which something is said that shares a word, in written order', () => {
  expect(near('chắc quá 60 ngày')).toEqual(['dung-han=dung', 'dung-han=qua']);
  expect(near('quá')).toEqual(['dung-han=qua']);
  expect(near('zzz')).toEqual([]);
});

it('gives only that of what is said for an option', () => {
  if (procedure === undefined) throw new Error('no such procedure');
  const shared = optionsNear(procedure, voice, ['qua']).flatMap(({ wordings }) => wordings);
  expect(shared).toEqual(['Quá 60 ngày']);
});
