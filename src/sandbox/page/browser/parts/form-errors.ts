import type { PageWord } from '../../words.ts';
import type { Say } from '../words.ts';

/** What a platform's own window says no to, by the sandbox's codes. */
const refusals: Readonly<Record<string, PageWord>> = {
  required: 'form.required',
  too_long: 'form.too-long',
  'too-long': 'form.too-long',
  too_short: 'form.too-short',
  'too-short': 'form.too-short',
  unknown_option: 'form.choice',
  choice: 'form.choice',
};

/** The words of what was wrong with a field: the platform's own, or the bot's, which are words already. */
export function sayFieldError(error: string | undefined, say: Say): string | undefined {
  return error !== undefined && Object.hasOwn(refusals, error) ? say(refusals[error] ?? 'form.choice') : error;
}

/** The words of what was wrong with a form as a whole: nothing the bot says, only that it did not take it. */
export function sayFormError(error: string | undefined, say: Say): string | undefined {
  return error === undefined ? undefined : say('notice.failed');
}
