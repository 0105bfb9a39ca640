import { composeServer } from './compose.ts';
import { configFromEnvironment } from './config.ts';
import { toAppError } from './errors.ts';

/** Starts the server and ends it in order. What is wrong with the set-up is said in words, without a stack. */
const began = performance.now() - process.uptime() * 1000;

try {
  const server = composeServer(configFromEnvironment(), (line) => console.log(line));
  endInOrder(server.stop);
  const { url } = await server.start();
  const ms = Math.round(performance.now() - began);
  console.log(`Trợ lý Nộp hồ sơ: ${url}  (${ms} ms)`);
} catch (thrown) {
  const error = toAppError(thrown);
  console.error(error.code === 'INTERNAL' ? thrown : error.message);
  process.exit(1);
}

/** The first signal finishes the turns in hand; a second one, or ten seconds, ends at once. */
function endInOrder(stop: () => Promise<void>): void {
  let ending = false;
  const end = (): void => {
    if (ending) process.exit(1);
    ending = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
