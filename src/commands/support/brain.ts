import { build } from '../../build/build.ts';
import { composeBot, type Bot } from '../../compose.ts';

/** The bot of the present sources, without store, channels or server; builds what is stale, telling standard error. */
export async function loadBrain(): Promise<Bot> {
  return composeBot(await build({ pages: false, say: (line) => console.error(line) }));
}
