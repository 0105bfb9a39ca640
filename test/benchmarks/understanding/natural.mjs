// natural's Bayes classifier at its best setting: Vietnamese tokenizer behind NFC and lower case, smoothing 0.01.
// The peers come without types, and only when the benchmark has installed them.
/* oxlint-disable typescript/no-unsafe-assignment, typescript/no-unsafe-call, typescript/no-unsafe-member-access, typescript/no-unsafe-argument, typescript/no-unsafe-return */
import { createRequire } from 'node:module';
import { measure } from '../../../src/commands/bench-understanding/measure.ts';

// By sub-path: the package's root loads database drivers and prints advertising.
const require = createRequire(import.meta.url);
const BayesClassifier = require('natural/lib/natural/classifiers/bayes_classifier');
const Tokenizer = require('natural/lib/natural/tokenizers/aggressive_tokenizer_vi');
const BaseBayes = require('apparatus').BayesClassifier;

const tokenizer = new Tokenizer();
const read = (text) => tokenizer.tokenize(text.normalize('NFC').toLowerCase());

await measure('natural BayesClassifier', async (examples) => {
  const classifier = new BayesClassifier();
  classifier.classifier = new BaseBayes(0.01);
  for (const { text, label } of examples) classifier.addDocument(read(text), label);
  classifier.train();
  return async (text) =>
    classifier
      .getClassifications(read(text))
      .slice(0, 3)
      .map(({ label }) => label);
});
