// nlp.js (node-nlp) on pairs of text and label: `node nlpjs.mjs train.jsonl test.jsonl`, one JSON line of results.
// The peers come without types, and only when the benchmark has installed them.
/* oxlint-disable typescript/no-unsafe-assignment, typescript/no-unsafe-call, typescript/no-unsafe-member-access, typescript/no-unsafe-argument, typescript/no-unsafe-return */
import { NlpManager } from 'node-nlp';
import { measure } from '../../../src/commands/bench-understanding/measure.ts';

await measure('nlp.js (node-nlp)', async (examples) => {
  const manager = new NlpManager({
    languages: ['vi'],
    autoSave: false,
    autoLoad: false,
    forceNER: false,
    nlu: { log: false, useNoneFeature: false },
  });
  for (const { text, label } of examples) manager.addDocument('vi', text, label);
  await manager.train();
  return async (text) => {
    const { classifications } = await manager.process('vi', text);
    return classifications.slice(0, 3).map(({ intent }) => intent);
  };
});
