import { existsSync } from 'node:fs';
import { commands } from '../../commands/index.ts';
import { type Config, findConfigErrors, readConfig } from '../config.ts';
import { findWaiting, isAnyInHand } from '../domain/deliveries/waiting.ts';
import { findUnseen } from '../domain/schedules/unseen.ts';
import { createCatalogue } from '../i18n/catalogue.ts';
import type { MessageKey, MessageParams } from '../i18n/translate.ts';
import { examineDiscord } from '../platforms/discord/examine.ts';
import { examineSlack } from '../platforms/slack/examine.ts';
import { parseAddress } from '../store/address.ts';
import { openStore } from '../store/open.ts';
import type { Db } from '../store/scope.ts';
import { explain, whereToGet } from './failures.ts';
import { speakToHost, type Words } from './speak.ts';

/** One thing looked at: whether it works, is off, is not there yet, or is wrong, in the words of the locales. */
interface Finding {
  readonly state: 'ok' | 'off' | 'warning' | 'wrong';
  readonly says: string;
}

/** How far this machine's clock may be off a platform's before signatures and reminders suffer, in milliseconds. */
const toleratedSkew = 5_000;

/** What has waited for longer than this, in milliseconds, was not only about to be said: 15 minutes. */
const toleratedDelay = 15 * 60_000;

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
  const address = parseAddress(databaseUrl, dataDirectory);
  // Opening would make it, which is for whoever starts the bot.
  if (address.kind === 'sqlite' && !existsSync(address.file)) {
    return [warning(words, 'cli.doctor.store.none', { file: address.file })];
  }
  const store = await openStore({ databaseUrl, dataDirectory });
  const waiting = await examineWaiting(store.db, new Date(), words).finally(store.close);
  return [ok(words, 'cli.doctor.store', { kind: store.kind }), waiting];
}

async function examineWaiting(db: Db, now: Date, words: Words): Promise<Finding> {
  const waiting = [await findWaiting(db, now), await findUnseen(db, now)];
  const due = waiting.reduce((sum, each) => sum + each.due, 0);
  const [oldest] = waiting.flatMap((each) => each.oldest ?? []).sort((one, other) => Number(one) - Number(other));
  if (!oldest) return ok(words, 'cli.doctor.none-waiting');
  const params = { due, at: oldest.toISOString() };
  if (now.getTime() - oldest.getTime() <= toleratedDelay) return ok(words, 'cli.doctor.oldest', params);
  return wrong(words, (await isAnyInHand(db, now)) ? 'cli.doctor.overdue.tried' : 'cli.doctor.overdue', params);
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
const warning = toFinder('warning');
const wrong = toFinder('wrong');
