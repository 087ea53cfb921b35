import {
  REST,
  type RESTGetAPIApplicationCommandsResult,
  type RESTGetCurrentApplicationResult,
  type RESTOptions,
  type RESTPutAPIApplicationCommandsJSONBody,
  RequestMethod,
  Routes,
} from 'discord.js';
import { toApplicationError, toStartError } from './failures.ts';

/** How to ask Discord about the application, without a gateway. */
export interface ApplicationOptions {
  readonly token: string;
  /** Asked for where it is not given. */
  readonly applicationId?: string | undefined;
  /** Without the version, as `https://discord.com/api`. */
  readonly apiUrl?: string | undefined;
  /** By which requests are made, where that matters. */
  readonly makeRequest?: RESTOptions['makeRequest'];
}

/** The application as Discord knows it. */
export interface Application {
  readonly fetch: () => Promise<RESTGetCurrentApplicationResult>;
  readonly fetchCommands: () => Promise<RESTGetAPIApplicationCommandsResult>;
  readonly putCommands: (commands: RESTPutAPIApplicationCommandsJSONBody) => Promise<void>;
  /** What Discord's clock says, to the second. */
  readonly fetchTime: () => Promise<Date>;
}

/**
 * Asks Discord about the application. Throws `PlatformStartError`, or `PlatformError` where Discord refuses for another
 * reason than the token.
 */
export async function askApplication<T>(
  { token, applicationId, apiUrl, makeRequest }: ApplicationOptions,
  ask: (application: Application) => Promise<T>,
): Promise<T> {
  const rest = new REST({ ...(apiUrl && { api: apiUrl }), ...(makeRequest && { makeRequest }) }).setToken(token);
  const fetch = async () => (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
  const toRoute = async () => Routes.applicationCommands(applicationId ?? (await fetch()).id);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const fetchCommands = async () => {
    const found = rest.get(await toRoute(), { query }) as Promise<RESTGetAPIApplicationCommandsResult>;
    return found.catch((error: unknown) => {
      throw applicationId === undefined ? error : toApplicationError(error);
    });
  };
  try {
    return await ask({
      fetch,
      fetchCommands,
      putCommands: async (commands) => void (await rest.put(await toRoute(), { body: commands })),
      fetchTime: async () => {
        const { headers } = await rest.queueRequest({ method: RequestMethod.Get, fullRoute: Routes.gateway() });
        return new Date(headers.get('date') ?? Number.NaN);
      },
    });
  } catch (error) {
    throw toStartError(error);
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}
