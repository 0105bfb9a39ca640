import { documentFacts } from '#knowledge/facts/documents.ts';
import type { Fact } from '#knowledge/facts/fact.ts';
import { feeFacts } from '#knowledge/facts/fees.ts';
import { placeFact } from '#knowledge/facts/place.ts';
import { timeFacts } from '#knowledge/facts/time.ts';
import { stepsFor } from '#knowledge/facts/steps.ts';
import { sourceBlocks } from '#replies/compose/sources.ts';
import { stepBlock } from '#replies/compose/step.ts';
import { anyQuestion, contactBlocks, unitName } from '#replies/compose/who.ts';
import type { Sheet, SheetContext, Sheets } from '#replies/sheet.ts';
import { answerParts } from '../answer/parts.ts';
import { packed } from '../carry/packed.ts';
import { answerLines } from '../papers/answers-block.ts';
import { newState, type State } from '../state.ts';
import { activeWalk, openTurn, unitOf, type Turn } from '../turn.ts';
import { readState } from '../upgrade.ts';
import { stepValues } from '../walkthrough/values.ts';
import { adopt, caseOf, openWalk, procedureOf, takeUp } from '../walkthrough/walks.ts';

/** What can be printed of a procedure: all of it on its public page, her own case on the slip she takes along. */
export function createSheets(): Sheets {
  return {
    packed,
    ofProcedure: (id, context) => {
      const turn = turnOf(newState, context);
      const known = procedureOf(turn, id);
      return known === undefined ? null : sheetOf(takeUp(turn, known.id));
    },
    ofState: (stored, context) => {
      const turn = adopt(turnOf(readState(stored), context));
      const walk = activeWalk(turn.state) ?? openWalk(turn.state);
      return walk === null || walk.mode === 'offer' ? null : sheetOf(takeUp(turn, walk.procedure));
    },
  };
}

const turnOf = (state: State, { release, homeUnit, lang, now }: SheetContext): Turn =>
  openTurn(
    {
      state: null,
      event: { kind: 'start' },
      understanding: null,
      secret: null,
      context: { channel: 'portal', homeUnit, lang, now, lastInAt: null },
      release,
    },
    state,
    () => 'sheet',
  );

function sheetOf(turn: Turn): Sheet | null {
  const { voice, release } = turn;
  const walk = activeWalk(turn.state);
  const procedure = walk === null ? undefined : procedureOf(turn, walk.procedure);
  if (walk === null || procedure === undefined) return null;
  const at = caseOf(turn, procedure.id, walk);
  const part = answerParts(turn, procedure.id, walk);
  const place = placeFact(release, at);
  const told: Fact[] = [
    ...documentFacts(release, at),
    ...feeFacts(release, at),
    ...timeFacts(release, at),
    ...(place === null ? [] : [place]),
  ];
  const code = unitOf(turn, walk);
  const unit = code === null ? undefined : release.units.get(code);
  const plans = stepsFor(release, at);
  const view = {
    procedure: procedure.id,
    procedureName: voice.text(procedure.name),
    plans,
    done: new Set(walk.done),
    values: stepValues(turn, walk),
    simple: false,
    brief: false,
  };
  const desk = procedure.authority.desk === 'police' ? ['ward-police'] : [];
  return {
    procedure: procedure.id,
    name: voice.text(procedure.name),
    short: voice.text(procedure.short),
    leadsTo: voice.text(procedure.leadsTo),
    field: procedure.field,
    codes: [procedure.code ?? []].flat(),
    unit: unit === undefined ? null : unitName(voice, release, unit),
    answers: answerLines(turn, walk).map(({ ask, label }) => ({ ask, label })),
    papers: part.documents(voice.words('papers.title')),
    facts: [...part.fee(), ...part.time(), ...part.place(), ...part.result()],
    steps: plans.flatMap((_, index) => stepBlock(voice, { ...view, at: index }) ?? []),
    sources: sourceBlocks(voice, told),
    contacts: contactBlocks(voice, release, code, [...desk, ...anyQuestion(release)]).flatMap((block) =>
      block.kind === 'contact' ? [block] : [],
    ),
    url: place?.online.url ?? null,
  };
}
