import { createSealer } from '#privacy/seal.ts';
import {
  finish,
  int,
  intOrNull,
  runOne,
  statement,
  text,
  textOrNull,
  type Database,
  type Row,
} from '#store/database.ts';
import type { StoredToken, TokenStore } from './tokens.ts';

const byAccount = statement('SELECT * FROM channel_token WHERE channel = $1 AND account = $2');
const upsert = statement(
  `INSERT INTO channel_token (channel, account, access_sealed, refresh_sealed, expires_at, refresh_expires_at,
     lease_until, updated_at)
   VALUES ($1, $2, $3, $4, $5, $6, 0, $7)
   ON CONFLICT (channel, account) DO UPDATE SET access_sealed = $3, refresh_sealed = $4, before_sealed = NULL,
     expires_at = $5, refresh_expires_at = $6, refused = NULL, lease_owner = NULL, lease_until = 0,
     fence = channel_token.fence + 1, updated_at = $7
   RETURNING account`,
);
const claim = statement(
  `UPDATE channel_token SET lease_owner = $3, lease_until = $5, fence = fence + 1
   WHERE channel = $1 AND account = $2 AND lease_until < $4 AND refused IS NULL RETURNING fence, refresh_sealed`,
);
const renew = statement(
  `UPDATE channel_token SET before_sealed = refresh_sealed, access_sealed = $4, refresh_sealed = $5, expires_at = $6,
     refresh_expires_at = $7, lease_owner = NULL, lease_until = 0, updated_at = $8
   WHERE channel = $1 AND account = $2 AND fence = $3 RETURNING account`,
);
const end = statement(
  `UPDATE channel_token SET refused = $4, lease_owner = NULL, lease_until = 0, updated_at = $5
   WHERE channel = $1 AND account = $2 AND fence = $3 RETURNING account`,
);

export function createTokenStore({
  database: { gate },
  sealKey,
}: {
  readonly database: Database;
  readonly sealKey: string;
}): TokenStore {
  const sealer = createSealer(sealKey);
  const toToken = (row: Row): StoredToken => ({
    access: sealer.open(text(row, 'access_sealed')),
    refresh: sealer.open(text(row, 'refresh_sealed')),
    expiresAt: int(row, 'expires_at'),
    refreshExpiresAt: intOrNull(row, 'refresh_expires_at') ?? 0,
    refused: textOrNull(row, 'refused'),
  });

  return {
    async find(channel, account) {
      const row = await gate.read(() => runOne(byAccount(channel, account)));
      return row === undefined ? null : toToken(row);
    },
    put: (channel, account, pair, now) =>
      gate.write(function* put() {
        const { access, refresh, expiresAt, refreshExpiresAt } = pair;
        yield* finish(
          upsert(
            channel,
            account,
            sealer.seal(access),
            sealer.seal(refresh),
            expiresAt,
            refreshExpiresAt,
            now,
          ),
        );
      }),
    lease: (channel, account, owner, now, leaseMs) =>
      gate.write(function* lease() {
        const row = yield* runOne(claim(channel, account, owner, now, now + leaseMs));
        if (row === undefined) return null;
        return {
          channel,
          account,
          fence: int(row, 'fence'),
          refresh: sealer.open(text(row, 'refresh_sealed')),
        };
      }),
    renewed: ({ channel, account, fence }, pair, now) =>
      gate.write(function* renewed() {
        const { access, refresh, expiresAt, refreshExpiresAt } = pair;
        const [rows] = yield* finish(
          renew(
            channel,
            account,
            fence,
            sealer.seal(access),
            sealer.seal(refresh),
            expiresAt,
            refreshExpiresAt,
            now,
          ),
        );
        return rows?.length === 1;
      }),
    ended: ({ channel, account, fence }, refused, now) =>
      gate.write(function* ended() {
        yield* finish(end(channel, account, fence, refused, now));
      }),
  };
}
