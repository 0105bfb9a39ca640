/** One app of the developer console with the Official Accounts that granted it access. */
export interface ZaloSettings {
  readonly appId: string;
  /** For OAuth alone. */
  readonly appSecret: string;
  /** For the webhook's signature alone; another key than the app's secret. */
  readonly oaSecretKey: string;
  /** Id of each Official Account -> home unit, or null for the whole city. */
  readonly accounts: ReadonlyMap<string, string | null>;
  readonly apiUrl: string;
  readonly oauthUrl: string;
}
