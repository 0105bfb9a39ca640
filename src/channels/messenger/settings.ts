/** One app of the Meta console with the pages that it is subscribed to. */
export interface MessengerSettings {
  readonly appId: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  /** Id of each page -> home unit, or null for the whole city. */
  readonly pages: ReadonlyMap<string, string | null>;
  /** Id of each page -> access token. */
  readonly tokens: ReadonlyMap<string, string>;
  /** With its version: https://graph.facebook.com/v26.0 */
  readonly graphUrl: string;
}
