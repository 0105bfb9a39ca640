import { callPlatform } from '#channels/push/platform-client.ts';
import type { Config } from '#root/config.ts';
import { bad, good, type Finding } from './finding.ts';

/** Whether platforms can reach us at all. */
export async function checkPublic({ publicUrl }: Config): Promise<Finding> {
  const about = 'Address';
  if (publicUrl === null) {
    return bad(
      about,
      'PUBLIC_URL is not set',
      'set it to the https:// address that platforms reach, in .env',
    );
  }
  if (!publicUrl.startsWith('https://')) {
    return bad(about, `${publicUrl} is not https`, 'platforms call only https addresses with a domain name');
  }
  const called = await callPlatform({ method: 'GET', url: `${publicUrl}/healthz`, timeoutMs: 5000 });
  return called.kind === 'answered' && called.status === 200
    ? good(about, `${publicUrl} answers`)
    : bad(
        about,
        `${publicUrl}/healthz does not answer (${called.kind === 'answered' ? String(called.status) : called.why})`,
        'start the server, and look at proxy, DNS and certificate',
      );
}
