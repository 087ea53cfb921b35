import type { Client } from 'discord.js';
import { PlatformError } from '../../core/errors.ts';
import type { Place } from '../../core/invocation.ts';
import { orPlatformError } from './failures.ts';

/**
 * Does something in an account's own conversation with the bot, which is opened where it is not yet. Throws the failure
 * `closed` where the account takes no direct messages from it.
 */
export async function inDirect<T>(client: Client, accountId: string, work: (place: Place) => Promise<T>): Promise<T> {
  try {
    return await orPlatformError(async () => {
      const { id: channelId } = await client.users.createDM(accountId);
      return work({ platform: 'discord', workspaceId: '', channelId });
    });
  } catch (error) {
    if (!(error instanceof PlatformError) || error.failure !== 'unreachable') throw error;
    throw new PlatformError('closed', error.message, { cause: error });
  }
}
