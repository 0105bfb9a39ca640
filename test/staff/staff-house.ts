import type { Route } from '#http/route.ts';
import type { Database } from '#store/database.ts';
import { startToy, toyHome, removeHome } from '../directline/toy-house.ts';
import type { TestDatabase } from '../support/engines.ts';

/** The product's own route table on a real server; what is said and known is a toy. */
export interface StaffHouse {
  readonly url: string;
  readonly routes: readonly Route[];
  readonly database: Database;
  stop(): Promise<void>;
}

export async function openStaffHouse(database: Database, test: TestDatabase): Promise<StaffHouse> {
  const home = toyHome();
  const toy = await startToy({ home, parts: { database } });
  return {
    url: toy.url,
    routes: toy.house.routes,
    database,
    async stop() {
      await toy.stop();
      removeHome(home);
      await test.drop();
    },
  };
}
