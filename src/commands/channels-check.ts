// npm run channels:check
// What is missing or wrong in the configuration of Zalo and Messenger, with what to do. Fails where something is.
import { openDatabase } from '#store/database.ts';
import { migrate } from '#store/migrate.ts';
import { createTokenStore } from '#tokens/repository.ts';
import { loadSealKey } from '#privacy/keyFile.ts';
import { configFromEnvironment } from '../config.ts';
import { prepareDataDir } from '../data-dir.ts';
import { checkMessenger } from './channels/check-messenger.ts';
import { checkPublic } from './channels/check-public.ts';
import { checkZalo } from './channels/check-zalo.ts';
import { findingLine } from './channels/finding.ts';

const config = configFromEnvironment();
if (config.databaseUrl === null) prepareDataDir(config.dataDir, config.sqlitePath);
const sealKey = config.sealKey ?? loadSealKey(config.dataDir);
const database = openDatabase(config);
await migrate(database);
const tokens = createTokenStore({ database, sealKey });

const findings = [
  await checkPublic(config),
  ...(await checkZalo(config, { tokens, sealKey, now: Date.now() })),
  ...(await checkMessenger(config)),
];
await database.close();
for (const finding of findings) console.log(findingLine(finding));
if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
