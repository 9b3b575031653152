/** How a client of the AWS SDK is set, whatever its service; what is left out comes from the environment and the profile. */
export interface ClientSettings {
  readonly region?: string;
  readonly profile?: string;
  /** Of a role that was assumed. */
  readonly credentials?: Credentials;
  /**
   * How a client goes on after AWS throttled it: `standard` repeats the call, within 2 seconds, and is the default; `adaptive` also sends
   * every later call of the service slower, for those who have the time to read a large account.
   */
  readonly retryMode?: 'standard' | 'adaptive';
}

/** What requests are signed with. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** Sends a call of one service; it is rejected with the error of AWS. */
export interface ServiceClient {
  /** The names of the calls that can be sent. */
  readonly operations: readonly string[];
  readonly send: (operation: string, input: object, signal: AbortSignal) => Promise<unknown>;
  /** The Region that calls are sent to; it is rejected where neither the settings, nor the environment, nor the profile names one. */
  readonly region: () => Promise<string>;
}

/** What every client of the SDK has. */
interface SdkClient {
  readonly config: { readonly region: () => Promise<string> };
  send(command: never, options: { readonly abortSignal: AbortSignal }): Promise<unknown>;
}

/** What every client of the SDK takes. */
type SdkSettings = ClientSettings & Required<Pick<ClientSettings, 'retryMode'>> & { readonly maxAttempts: number };

type Commands = Readonly<Record<string, new (input: never) => object>>;

/** A client of the SDK that knows these commands and no other. */
export const sending = (open: (settings: SdkSettings) => SdkClient, commands: Commands) => (settings: ClientSettings): ServiceClient => {
  const client = open({ retryMode: 'standard', ...settings, maxAttempts: 3 });
  return {
    operations: Object.keys(commands),
    region: () => client.config.region(),
    send: async (operation, input, abortSignal) => {
      const Command = commands[operation];
      if (Command === undefined) throw new Error(`'${operation}' is no command of this client: its file lists them`);
      // Each command types its own input, which the declarations do not repeat; AWS refuses a wrong one.
      return client.send(new Command(input as never) as never, { abortSignal });
    },
  };
};
