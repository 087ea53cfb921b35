import { commands } from '../../commands/index.ts';
import { type Config, findConfigErrors, readConfig } from '../config.ts';
import { findWaiting } from '../domain/deliveries/waiting.ts';
import { findUnseen } from '../domain/schedules/unseen.ts';
import { createCatalogue } from '../i18n/catalogue.ts';
import type { MessageKey, MessageParams } from '../i18n/translate.ts';
import { examineDiscord } from '../platforms/discord/examine.ts';
import { examineSlack } from '../platforms/slack/examine.ts';
import { openStore } from '../store/open.ts';
import { explain, whereToGet } from './failures.ts';
import { speakToHost, type Words } from './speak.ts';

/** One thing looked at: whether it works, is off, or is wrong, in the words of the locales. */
interface Finding {
  readonly state: 'ok' | 'off' | 'wrong';
  readonly says: string;
}

/** How far this machine's clock may be off a platform's before signatures and reminders suffer, in milliseconds. */
const toleratedSkew = 5_000;

/** `convener doctor`: what is missing or does not work, in plain words, and where to get it. Exit code 1 if anything. */
export async function doctor(): Promise<void> {
  const words = speakToHost();
  const unusable = findConfigErrors(process.env);
  const findings = [
    ok(words, 'cli.doctor.node', { version: process.versions.node }),
    ...(unusable.length > 0
      ? unusable.map((error) => toWrong(error, words))
      : await examineAll(readConfig(process.env), words)),
  ];
  for (const { state, says } of findings) console.log(`[${words(`cli.doctor.${state}`)}] ${says}`);
  if (findings.some(({ state }) => state === 'wrong')) process.exitCode = 1;
}

async function examineAll(config: Config, words: Words): Promise<Finding[]> {
  const parts = [examineStore, examineSlackPart, examineDiscordPart];
  const found = await Promise.all(parts.map((part) => examine(words, () => part(config, words))));
  return [ok(words, 'cli.doctor.config'), ...found.flat()];
}

/** A failure that the host can mend is a finding; any other is not hidden. */
async function examine<T>(words: Words, look: () => Promise<T>): Promise<T | Finding> {
  try {
    return await look();
  } catch (error) {
    return toWrong(error, words);
  }
}

function toWrong(error: unknown, words: Words): Finding {
  const says = explain(error, words);
  if (says === null) throw error;
  return { state: 'wrong', says };
}

async function examineStore(config: Config, words: Words): Promise<Finding[]> {
  const { databaseUrl, dataDirectory } = config;
  const store = await openStore({ databaseUrl, dataDirectory });
  const now = new Date();
  const waiting = [await findWaiting(store.db, now), await findUnseen(store.db, now)];
  await store.close();
  const due = waiting.reduce((sum, each) => sum + each.due, 0);
  const [oldest] = waiting.flatMap((each) => each.oldest ?? []).sort((one, other) => Number(one) - Number(other));
  return [
    ok(words, 'cli.doctor.store', { kind: store.kind }),
    oldest ? ok(words, 'cli.doctor.oldest', { due, at: oldest.toISOString() }) : ok(words, 'cli.doctor.none-waiting'),
  ];
}

async function examineSlackPart({ slack, publicUrl }: Config, words: Words): Promise<Finding[]> {
  if (!slack) return [off(words, 'cli.doctor.slack.off', { where: whereToGet('SLACK_BOT_TOKEN', words) })];
  const { name, workspace, missingScopes, skew } = await examineSlack(slack);
  const findings = [ok(words, 'cli.doctor.slack', { name, workspace }), toClockFinding(words, 'platform.slack', skew)];
  if (missingScopes.length > 0) {
    findings.push(wrong(words, 'cli.doctor.slack.scopes', { scopes: missingScopes.join(', ') }));
  }
  if ('appToken' in slack) return [...findings, ok(words, 'cli.doctor.slack.socket')];
  if (!publicUrl) return [...findings, wrong(words, 'cli.doctor.slack.http.nowhere')];
  return [...findings, ok(words, 'cli.doctor.slack.http', { address: new URL('/slack/events', publicUrl).href })];
}

async function examineDiscordPart({ discord }: Config, words: Words): Promise<Finding[]> {
  if (!discord) return [off(words, 'cli.doctor.discord.off', { where: whereToGet('DISCORD_TOKEN', words) })];
  const found = await examineDiscord({ ...discord, commands, catalogue: createCatalogue() });
  const { name, servers, invitation, registered, skew } = found;
  return [
    ok(words, 'cli.doctor.discord', { name, servers }),
    ok(words, 'cli.doctor.discord.invite', { address: invitation }),
    registered ? ok(words, 'cli.doctor.discord.commands') : off(words, 'cli.doctor.discord.commands.stale'),
    toClockFinding(words, 'platform.discord', skew),
  ];
}

function toClockFinding(words: Words, platform: 'platform.slack' | 'platform.discord', skew: number): Finding {
  const off = Math.abs(skew);
  const params = { platform: words(platform), off: { ms: off } };
  return off <= toleratedSkew ? ok(words, 'cli.doctor.clock', params) : wrong(words, 'cli.doctor.clock.wrong', params);
}

type Finder = (words: Words, key: MessageKey, params?: MessageParams) => Finding;
const toFinder =
  (state: Finding['state']): Finder =>
  (words, key, params) => ({ state, says: words(key, params) });
const ok = toFinder('ok');
const off = toFinder('off');
const wrong = toFinder('wrong');
