import type { AuditLine } from '#staff/door.ts';
import type { Officer } from '#staff/officer.ts';
import { keyText } from './places/place.ts';
import type { EntryKey } from './ports.ts';

/** What an officer did to an entry, for the log. Cut: the versions of the entry hold the rest. */
export const auditLine = (
  officer: Officer,
  key: EntryKey,
  action: string,
  ...details: readonly string[]
): AuditLine => ({
  officer: officer.id,
  scope: key.scope,
  action,
  subject: keyText(key),
  detail: details.filter(Boolean).join(' – ').slice(0, 300),
});
