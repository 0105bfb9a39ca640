import type { Aspect, Outcome } from '#knowledge/schema/ids.ts';
import { wordingsAlike } from './alike.ts';
import type { LoggedFeedback, LoggedQuestion } from './question.ts';
import { peopleOf } from './three-people.ts';

/** What was asked about one topic; null: about none that is known. */
export interface AskedTopic {
  readonly topic: string | null;
  readonly count: number;
  readonly people: number;
  readonly outcomes: readonly { readonly outcome: Outcome; readonly count: number }[];
  readonly aspects: readonly { readonly aspect: Aspect | null; readonly count: number }[];
  readonly helped: number;
  readonly notHelped: number;
  readonly wrong: number;
  readonly wordings: readonly { readonly text: string; readonly count: number }[];
}

const TOPICS = 100;
const WORDINGS = 5;
/** The newest of a topic, in which alike wordings are looked for. */
const NEWEST = 500;

/** The log by topic, most asked first. Numbers of every topic; wordings only where three people said alike. */
export async function askedTopics(
  questions: readonly LoggedQuestion[],
  feedback: readonly LoggedFeedback[],
): Promise<readonly AskedTopic[]> {
  const byTopic = [...Map.groupBy(questions, ({ topic }) => topic)]
    .sort((a, b) => b[1].length - a[1].length || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
    .slice(0, TOPICS);
  const topics: AskedTopic[] = [];
  for (const [topic, asked] of byTopic) {
    const said = feedback.filter(({ about }) => topicOf(about) === topic);
    const rated = said.filter(({ about }) => about === topic);
    topics.push({
      topic,
      count: asked.length,
      people: peopleOf(asked),
      outcomes: counted(asked.map(({ outcome }) => outcome)).map(([outcome, count]) => ({ outcome, count })),
      aspects: counted(asked.map(({ aspect }) => aspect)).map(([aspect, count]) => ({ aspect, count })),
      helped: rated.filter(({ helped }) => helped).length,
      notHelped: rated.filter(({ helped }) => !helped).length,
      wrong: said.filter(({ about }) => about.startsWith(WRONG)).length,
      wordings: await wordingsAlike(asked.slice(-NEWEST), WORDINGS),
    });
  }
  return topics;
}

const WRONG = 'wrong:';

/** `wrong:procedure/field/id`, or the topic itself; reasons stand beside a rating and are left out. */
function topicOf(about: string): string {
  return about.startsWith(WRONG) ? (about.slice(WRONG.length).split('/')[0] ?? '') : about;
}

function counted<T extends string | null>(list: readonly T[]): (readonly [T, number])[] {
  return [...Map.groupBy(list, (one) => one)]
    .map(([one, all]) => [one, all.length] as const)
    .sort((a, b) => b[1] - a[1] || ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}
