import { asJson, asList, type Json } from './json.ts';
import type { ApiMessage, ApiUser } from './model.ts';
import { mentionableText } from './validation/message.ts';
import type { World } from './world.ts';

type Mentions = Pick<ApiMessage, 'mentions' | 'mention_roles' | 'mention_everyone'>;

/** Who is notified by a message: whom it names, as far as `allowed_mentions` lets it. Absent, it lets everything. */
export function toMentions(world: World, content: string, components: readonly Json[], allowed: unknown): Mentions {
  const text = mentionableText(content, components);
  if (!text.includes('@')) return { mentions: [], mention_roles: [], mention_everyone: false };
  const users = named(text, /<@!?(\d{17,19})>/g).filter((id) => mayMention(allowed, 'users', id));
  const roles = named(text, /<@&(\d{17,19})>/g).filter((id) => mayMention(allowed, 'roles', id));
  return {
    mentions: users.map((id) => world.users.get(id)).filter((user): user is ApiUser => user !== undefined),
    mention_roles: roles.filter((id) => world.roles.has(id)),
    mention_everyone: /@(everyone|here)\b/.test(text) && mayMention(allowed, 'everyone', ''),
  };
}

function named(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
}

function mayMention(allowed: unknown, kind: 'users' | 'roles' | 'everyone', id: string): boolean {
  if (allowed === undefined || allowed === null) return true;
  const rules = asJson(allowed);
  return asList(rules.parse).includes(kind) || asList(rules[kind]).includes(id);
}
