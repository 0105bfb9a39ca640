/**
 * `npm run --silent lint:phrases [-- --json] [--data folder]`
 *
 * What staff should look at in the phrases: the same words under two topics, topics that overlap, phrases that the
 * matcher reads as another topic, topics with too few. With --json one finding a line. Advice: it never fails.
 */
import { parseArgs } from 'node:util';
import { openRelease } from '#knowledge/release.ts';
import { lintPhrases, type Finding } from '#understanding/lintPhrases.ts';
import { trainingInput } from '#understanding/trainingInput.ts';
import { readWords } from '../build/read-words.ts';
import { readKnowledge } from './support/knowledge.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: new URL('../../data', import.meta.url).pathname },
    json: { type: 'boolean', default: false },
  },
});

const { lexicon, national } = readWords(values.data);
const findings = lintPhrases(trainingInput(openRelease(readKnowledge(values.data)), lexicon, national));
for (const finding of findings) console.log(values.json ? JSON.stringify(finding) : lineOf(finding));

function lineOf(finding: Finding): string {
  if (finding.kind === 'same-phrase')
    return `same phrase    "${finding.phrase}": ${finding.topics.join(', ')}`;
  if (finding.kind === 'misread')
    return `misread        "${finding.phrase}" of ${finding.topic} is read as ${finding.got}`;
  if (finding.kind === 'too-few') return `too few        ${finding.topic}: ${finding.phrases}`;
  const percent = (100 * finding.share).toFixed(0).padStart(3);
  return `overlap ${percent} %  ${finding.topics.join(' and ')}: ${finding.phrases.slice(0, 3).join(' · ')}`;
}
