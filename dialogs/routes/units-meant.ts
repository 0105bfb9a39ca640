import type { UnitMention } from '#understanding/types.ts';
import { textOf, type Turn } from '../turn.ts';
import { fold } from '../words/fold.ts';

/** Before the name it is a commune's after all. */
const COMMUNE = 'xa';

/**
 * The units named. A former commune was called as the city is: who says "Đồng Nai" means the city, unless she says "xã".
 */
export function unitsMeant(turn: Turn): readonly UnitMention[] {
  const units = turn.understanding?.units ?? [];
  const city = fold(turn.voice.text(turn.release.city.name));
  const said = ` ${fold(textOf(turn.event))} `;
  return units.filter((unit) => {
    const name = fold(unit.said);
    return !city.endsWith(` ${name}`) || said.includes(` ${COMMUNE} ${name} `);
  });
}
