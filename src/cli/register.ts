import { commands } from '../../commands/index.ts';
import { type Config, readConfig } from '../config.ts';
import { createCatalogue } from '../i18n/catalogue.ts';
import { createLog } from '../log.ts';
import { registerCommands } from '../platforms/discord/register.ts';
import { toManifest } from '../platforms/slack/manifest.ts';
import { orExplain } from './failures.ts';
import { speakToHost } from './speak.ts';

/**
 * `convener register`: puts the commands on Discord and prints Slack's manifest, both made from the same definitions.
 * The manifest alone goes to standard output, so that it can be sent to a file.
 */
export async function register(): Promise<void> {
  const words = speakToHost();
  await orExplain(words, async () => {
    const config = readConfig(process.env);
    const catalogue = createCatalogue();
    const log = createLog(config.logLevel ?? 'warn');
    if (config.discord) {
      const outcome = await registerCommands({ ...config.discord, commands, catalogue, log });
      console.error(words(outcome === 'unchanged' ? 'cli.register.unchanged' : 'cli.register.done'));
    } else {
      console.error(words('cli.register.discord-off'));
    }
    console.error(words('cli.register.manifest'));
    console.log(JSON.stringify(toManifest(commands, catalogue, { publicUrl: whereSlackCalls(config) }), null, 2));
  });
}

/** With the token of Socket Mode it is the bot who calls, whatever else its public address is for. */
function whereSlackCalls({ slack, publicUrl }: Config): string | undefined {
  return slack && 'appToken' in slack ? undefined : publicUrl;
}
