import { build } from '#root/build/build.ts';
import { toAppError } from '#root/errors.ts';

/** `npm run build`: builds what is stale (knowledge, understanding, pages) into `.build/`. `npm start` does the same first. */
try {
  await build({ say: (line) => console.log(line), pages: true });
} catch (thrown) {
  const error = toAppError(thrown);
  console.error(error.code === 'INTERNAL' ? thrown : error.message);
  process.exitCode = 1;
}
