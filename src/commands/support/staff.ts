import { loadSealKey } from '#privacy/keyFile.ts';
import type { StaffParts } from '#staff/parts.ts';
import { createStaffParts } from '#staff/room.ts';
import { openDatabase } from '#store/database.ts';
import { migrate } from '#store/migrate.ts';
import { configFromEnvironment, type Config } from '../../config.ts';
import { prepareDataDir } from '../../data-dir.ts';

/** The staff's room of this installation, beside a server that may run; closed again when the work is done. */
export async function withStaff(work: (staff: StaffParts, config: Config) => Promise<void>): Promise<void> {
  const config = configFromEnvironment();
  if (config.databaseUrl === null) prepareDataDir(config.dataDir, config.sqlitePath);
  const database = openDatabase(config);
  try {
    await migrate(database);
    const sealKey = config.sealKey ?? loadSealKey(config.dataDir);
    await work(createStaffParts({ database, sealKey, clock: Date.now, settings: config.staff }), config);
  } finally {
    await database.close();
  }
}
