import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';

export interface MicrosoftApp {
  readonly id: string;
  readonly password: string | null;
  readonly type: string;
  readonly tenantId: string | null;
}

/** The SDK's adapter without its HTTP part: our server reads bodies and writes answers. Heavy: import it lazily. */
export class ConnectorAdapter extends CloudAdapter {
  receive(
    authorization: string,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, logic);
  }
}

/** Without an app the SDK authenticates nobody; the caller has checked that this is allowed. */
export function createConnectorAdapter(app: MicrosoftApp | null): ConnectorAdapter {
  return new ConnectorAdapter(
    new ConfigurationBotFrameworkAuthentication(
      app === null
        ? {}
        : {
            MicrosoftAppId: app.id,
            MicrosoftAppType: app.type,
            ...(app.password === null ? {} : { MicrosoftAppPassword: app.password }),
            ...(app.tenantId === null ? {} : { MicrosoftAppTenantId: app.tenantId }),
          },
    ),
  );
}
