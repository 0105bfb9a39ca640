/** A pair as a platform gives it. The refresh token can be used once. */
export interface TokenPair {
  readonly access: string;
  readonly refresh: string;
  readonly expiresAt: number;
  readonly refreshExpiresAt: number;
}

export interface StoredToken extends TokenPair {
  /** Why the platform does not take it any more; only a person's new consent helps. null: it does. */
  readonly refused: string | null;
}

/** Who may use the refresh token: one at a time, across processes. */
export interface RefreshLease {
  readonly channel: string;
  readonly account: string;
  readonly fence: number;
  readonly refresh: string;
}

export interface TokenStore {
  find(channel: string, account: string): Promise<StoredToken | null>;
  /** A person's consent: replaces whatever was there. */
  put(channel: string, account: string, pair: TokenPair, now: number): Promise<void>;
  /** null: somebody else is at it. */
  lease(
    channel: string,
    account: string,
    owner: string,
    now: number,
    leaseMs: number,
  ): Promise<RefreshLease | null>;
  /** On the disk before it is used. False: somebody else has put another pair meanwhile. */
  renewed(lease: RefreshLease, pair: TokenPair, now: number): Promise<boolean>;
  /** `refused`: the platform said no; null: it could not be asked, try again later. */
  ended(lease: RefreshLease, refused: string | null, now: number): Promise<void>;
}
