import { build } from '../../src/build/build.ts';

/** Builds knowledge, understanding and pages once, before test files in parallel would each do it. */
export default async function built(): Promise<void> {
  await build({ pages: true, console: false, say: (line) => console.log(line) });
}
