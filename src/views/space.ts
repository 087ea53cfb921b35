import { type PlatformName, type RichText, text } from '../core/rich-text.ts';
import type { Speech } from './speech.ts';

/** A space by its name; `platform` where the name alone says not which one it is, else null. */
export interface SpaceName {
  readonly name: string;
  readonly platform: PlatformName | null;
}

/** `#general`, or `#general (Discord)` where there is another of that name. */
export function showSpace({ name, platform }: SpaceName, { t }: Pick<Speech, 't'>): RichText {
  const channel = channelName(name);
  return platform === null ? text(channel) : t('space.alike', { name: channel, platform: t(`platform.${platform}`) });
}

/** `#general`, whether its platform says so or `general`. */
export function channelName(name: string): string {
  return `#${name.replace(/^#/, '')}`;
}
