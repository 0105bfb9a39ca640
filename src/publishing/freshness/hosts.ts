import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const fileSchema = z.strictObject({
  /** Every name that ends so. */
  under: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/)),
  hosts: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)),
});

/** Whether the server may ask this host for anything. */
export type Allowed = (host: string) => boolean;

/** The reviewed list of official sites, `data/official-hosts.yaml`. Read when it is needed: a start has no use for it. */
export async function readOfficialHosts(dataDir: string): Promise<Allowed> {
  const { parse } = await import('yaml');
  const { under, hosts } = fileSchema.parse(
    parse(readFileSync(join(dataDir, 'official-hosts.yaml'), 'utf8')),
  );
  const exact = new Set(hosts);
  return (host) => exact.has(host) || under.some((ending) => host === ending || host.endsWith(`.${ending}`));
}
