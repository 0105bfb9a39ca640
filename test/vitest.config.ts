import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['src/**/*.test.ts', 'dialogs/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['test/long/**', '**/node_modules/**'],
    globalSetup: ['test/support/postgres.ts', 'test/support/built.ts'],
    setupFiles: ['test/support/fuzz.ts'],
    // Generous: a busy machine must not make a sound test fail.
    // A page on a busy machine may need seconds for what it does in a blink elsewhere.
    expect: { poll: { timeout: 15_000 } },
    testTimeout: process.env['FUZZ_RUNS'] === undefined ? 60_000 : 600_000,
    hookTimeout: 180_000,
    // Kills, leases and browsers run on real time; on a shared machine a neighbour can stop the clock. Twice is no accident.
    retry: process.env['CI'] === undefined ? 0 : 1,
    // Two cores: more workers than that only make timings lie.
    maxWorkers: 2,
    env: { TZ: 'UTC' },
  },
});
