import type { TestProject } from 'vitest/node';
import { startPostgresServer } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the test server's maintenance database; null where no PostgreSQL is installed. */
    postgresUrl: string | null;
  }
}

/** One PostgreSQL server for the whole run; where none is installed its tests are skipped by name. */
export default async function startPostgres(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const server = await startPostgresServer();
  if (server === null) {
    console.warn(
      'PostgreSQL is not installed: its tests are skipped by name (Debian: apt-get install postgresql)',
    );
  }
  project.provide('postgresUrl', server?.url ?? null);
  return server === null ? undefined : () => server.stop();
}
