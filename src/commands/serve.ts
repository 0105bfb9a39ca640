import { composeServer } from '#root/compose.ts';
import { configFromEnvironment } from '#root/config.ts';
import { toAppError } from '#root/errors.ts';
import { PRODUCT_NAME } from '#root/product-name.ts';

/** Starts the server and ends it in order. What is wrong with the set-up is said in words, without a stack. */
export async function serve(): Promise<void> {
  try {
    const server = composeServer(configFromEnvironment(), (line) => console.log(line));
    endInOrder(server.stop);
    const { url, firstLink } = await server.start();
    console.log(`${PRODUCT_NAME}: ${url} (${Math.round(process.uptime() * 1000)} ms)`);
    if (firstLink !== null) {
      console.log(`No administrator yet. Within 24 hours, once, this link makes the first one: ${firstLink}`);
    }
  } catch (thrown) {
    const error = toAppError(thrown);
    console.error(error.code === 'INTERNAL' ? thrown : error.message);
    process.exit(1);
  }
}

/** The first signal finishes the turns in hand; a second one, or ten seconds, ends at once. */
function endInOrder(stop: () => Promise<void>): void {
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) process.exit(1);
    ending = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  };
  process.on('SIGTERM', () => void end());
  process.on('SIGINT', () => void end());
}
