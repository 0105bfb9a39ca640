import type { UnitCode } from '#knowledge/schema/ids.ts';
import type { Source } from '#knowledge/schema/source.ts';
import { day, listed } from '#replies/compose/format.ts';
import { contactBlocks, unitName } from '#replies/compose/who.ts';
import type { Block, Choice, Reply } from '#replies/reply.ts';
import { choiceId } from '../choices/ids.ts';
import { sureTopic } from '../routes/meaning.ts';
import { menuChoices } from '../start/menu.ts';
import { recordOf, textOf, withState, type Told, type Turn } from '../turn.ts';
import { currentChoices } from '../walkthrough/current-choices.ts';
import { procedureOf } from '../walkthrough/walks.ts';
import { hear } from '../words/heard.ts';
import { isHeard } from '../words/find.ts';
import { patterns } from '../words/pattern.ts';
import { districtsIn, placesIn, provinceIn, type Area, type Named } from './places.ts';
import { linesOf, nowName, settled } from './tell-place.ts';

const TOPIC = 'giay-to-sau-sap-nhap';
type Ask = 'where' | 'still' | 'file' | 'contents' | 'papers' | 'merger';

/**
 * Questions about names, old and new: where a former place belongs now, where its people file, what became of a
 * district or province, whether papers with an old name must be exchanged. null: no such question.
 */
export function where(turn: Turn): Told | null {
  const { asks } = turn.release.unitFacts;
  if (asks === undefined) return null;
  const text = textOf(turn.event);
  const words = hear(text);
  const heard = (ask: Ask): boolean => isHeard(patterns(asks[ask]), words);
  const asksWhere = heard('where');
  const still = heard('still');
  const files = heard('file') && !namesProcedure(turn);
  const asksPapers = heard('papers');
  const asksPlace = asksWhere || still || files || heard('contents');
  if (!asksPapers && !asksPlace) return null;
  const named = placesIn(turn.release, text);
  const old = named.filter(({ places }) => places.every(({ kind }) => kind !== 'today'));
  if (asksPapers && (heard('merger') || old.some(({ clearly }) => clearly))) return papers(turn, old);
  if (!asksPlace) return null;
  const gone = areasOf(turn, text, named);
  if (gone.length > 0) return areas(turn, gone);
  const province = provinceIn(turn.release, text);
  const unitMeant = named.some(({ typed }) => typed);
  if (province !== null && (province.full || ((asksWhere || still) && !unitMeant)))
    return provinceTold(turn, province.name);
  const place = named.find(({ clearly }) => clearly) ?? (asksWhere ? named[0] : undefined);
  if (place === undefined || (!asksWhere && !files && !heard('contents'))) return null;
  return placeTold(turn, place, files && !asksWhere);
}

/** A paper named surely is answered with its place; here only the name is asked about. */
const namesProcedure = (turn: Turn): boolean => {
  const topic = sureTopic(turn);
  return topic !== null && procedureOf(turn, topic) !== undefined;
};

function areasOf(turn: Turn, text: string, named: readonly Named[]): readonly Area[] {
  const areas = districtsIn(turn.release, text);
  // "Xã Tân Phú, huyện Đồng Phú": the district only tells which Tân Phú.
  const within = named.some(
    ({ typed, clearly, said }) => typed || (clearly && areas.every(({ name }) => !name.endsWith(` ${said}`))),
  );
  return within ? [] : areas;
}

function papers(turn: Turn, old: readonly Named[]): Told | null {
  const { papers: said, sources, asOf } = turn.release.unitFacts;
  if (said === undefined) return null;
  const { voice } = turn;
  const cited = said.source.flatMap((id) => sources[id] ?? []);
  const lines = old.flatMap(({ places }) => linesOf(turn, settled(places)));
  const blocks: Block[] = [
    { kind: 'text', text: voice.text(said.text) },
    { kind: 'text', text: lines.length > 0 ? lines.join('\n') : voice.words('where.tell-me') },
    {
      kind: 'sources',
      items: cited.map(citation),
      asOf: voice.words('sources.as-of', { date: day(asOf) }),
      weak: false,
    },
  ];
  return tell(turn, blocks, []);
}

const citation = ({ title, url }: Source): { title: string; url?: string } =>
  url === undefined ? { title } : { title, url };

function areas(turn: Turn, gone: readonly Area[]): Told | null {
  const { merged } = turn.release.unitFacts;
  if (merged === undefined) return null;
  const { voice } = turn;
  const lines = gone.slice(0, 3).map(({ name, units }) =>
    voice.words('where.district-gone', {
      date: day(merged.date),
      district: name,
      units: listed(
        units.map((code) => shortName(turn, code)),
        voice.words('list.and'),
      ),
    }),
  );
  const text = [...lines, voice.words('where.tell-me')].join('\n');
  return tell(turn, [{ kind: 'text', text }], []);
}

function provinceTold(turn: Turn, province: string): Told | null {
  const { voice, release } = turn;
  const { merged } = release.unitFacts;
  const city = voice.text(release.city.name);
  if (merged === undefined) return null;
  const since = day(release.city.since);
  const text = city.endsWith(province)
    ? voice.words('where.city-now', { since, city })
    : voice.words('where.province-gone', { province, merged: day(merged.date), since, city });
  return tell(turn, [{ kind: 'text', text }], []);
}

function placeTold(turn: Turn, named: Named, files: boolean): Told {
  const { voice, release } = turn;
  const places = settled(named.places);
  const units = [...new Set(places.flatMap((place) => place.units))];
  const [only] = units;
  if (units.length !== 1 || only === undefined) return several(turn, named, units);
  const unit = release.units.get(only);
  const lines = [
    ...linesOf(turn, places),
    ...(unit === undefined
      ? []
      : [voice.words('where.file-there', { unit: unitName(voice, release, unit) })]),
  ];
  const blocks: Block[] = [
    { kind: 'text', text: lines.join('\n') },
    ...(files ? contactBlocks(voice, release, only, ['ward', 'tong-dai-1022']) : []),
  ];
  const here: Choice = {
    id: choiceId('unit', only, 'sure'),
    title: voice.words('choice.file-here'),
    style: 'normal',
  };
  return tell(turn, blocks, [here]);
}

/** A name of several places, or of one that was divided: told all, and asked. */
function several(turn: Turn, named: Named, units: readonly UnitCode[]): Told {
  const { voice, release } = turn;
  const places = settled(named.places);
  const head = places.length > 1 ? [voice.words('where.several', { said: named.said })] : [];
  const lines = places.map((place) =>
    places.length === 1 ? linesOf(turn, [place]).join('\n') : `• ${nowName(turn, place)}`,
  );
  const choices = units.slice(0, 6).flatMap((code): Choice[] => {
    const unit = release.units.get(code);
    return unit === undefined
      ? []
      : [{ id: choiceId('unit', code, 'sure'), title: `${unit.type} ${unit.name}`, style: 'normal' }];
  });
  const reply: Reply = {
    blocks: [
      { kind: 'text', text: [...head, ...lines].join('\n') },
      { kind: 'text', text: voice.words('where.which-yours') },
    ],
    choices,
    facts: [],
  };
  const next = withState(turn, {
    misunderstood: 0,
    pending: { kind: 'unit', trap: null, topic: null, aspect: null },
  });
  return { state: next.state, replies: [reply], record: recordOf('clarify', TOPIC, 'noi-nop') };
}

function tell(turn: Turn, blocks: Block[], choices: readonly Choice[]): Told {
  const here = currentChoices(turn);
  const reply: Reply = {
    blocks,
    choices: [...choices, ...(here.length > 0 ? here : menuChoices(turn))],
    facts: [],
  };
  const next = withState(turn, { misunderstood: 0 });
  return { state: next.state, replies: [reply], record: recordOf('answer', TOPIC, 'noi-nop') };
}

const shortName = ({ release }: Turn, code: UnitCode): string => {
  const unit = release.units.get(code);
  return unit === undefined ? code : `${unit.type.toLocaleLowerCase('vi')} ${unit.name}`;
};
