/**
 * Text with meaning: what a translation yields and a renderer writes in its platform's own markup.
 * Plain data; user text stands in it unescaped and each renderer escapes it.
 */
export type RichText = readonly Span[];

/** How a point in time is shown: `date` a day, `time` an hour, `moment` both, `relative` "in 2 hours". */
export type TimeStyle = 'date' | 'time' | 'moment' | 'relative';

/** A day without an hour, the same for everybody wherever they are: `2027-03-14`. */
export interface CalendarDay {
  readonly day: string;
}

/** How long something takes, in milliseconds; said in the one unit that fits it. */
export interface Duration {
  readonly ms: number;
}

/** A person as a renderer needs them: their name, and their accounts, of which it picks the one of its platform. */
export interface Mentionable {
  readonly name: string;
  readonly accounts: readonly AccountAddress[];
}

/** One person on one platform. `workspaceId` is a Slack team or, on Discord, empty: its user ids are global. */
export interface AccountAddress {
  readonly platform: PlatformName;
  readonly workspaceId: string;
  readonly accountId: string;
}

/** The platforms that Convener speaks. */
export type PlatformName = 'slack' | 'discord';

/** A part of a text that is one thing. `code` and `text` show as they are written; a link needs an absolute `url`. */
export type Span =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'bold'; readonly children: RichText }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly text: string; readonly url: string }
  | { readonly type: 'mention'; readonly member: Mentionable }
  /** `fallback` is the instant in words, for where the platform cannot show each reader their own zone. */
  | { readonly type: 'time'; readonly at: Date; readonly style: TimeStyle; readonly fallback: string };

/** A text without any markup. An empty string gives an empty text. */
export function text(value: string): RichText {
  return value === '' ? [] : [{ type: 'text', text: value }];
}

/** A text in bold. */
export function bold(children: RichText): RichText {
  return [{ type: 'bold', children }];
}

/** A text to be read letter by letter: a code, a command. */
export function code(value: string): RichText {
  return [{ type: 'code', text: value }];
}

/** A link; `url` must be http or https, as both platforms refuse others. */
export function link(label: string, url: string): RichText {
  return [{ type: 'link', text: label, url }];
}

/** A person, notified where the platform allows it and the person has an account there. */
export function mention(member: Mentionable): RichText {
  return [{ type: 'mention', member }];
}

/** Texts one after the other, with `separator` between those that are not empty. */
export function join(parts: readonly RichText[], separator = ''): RichText {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 || separator === '' ? part : [...text(separator), ...part]));
}

/** The same words without any markup, for titles, buttons, notifications and logs of a test. */
export function plain(rich: RichText): string {
  return rich.map(plainSpan).join('');
}

function plainSpan(span: Span): string {
  switch (span.type) {
    case 'text':
    case 'code':
    case 'link':
      return span.text;
    case 'bold':
      return plain(span.children);
    case 'mention':
      return span.member.name;
    case 'time':
      return span.fallback;
    default:
      return span satisfies never;
  }
}
