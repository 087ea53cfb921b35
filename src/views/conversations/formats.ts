import { plain } from '../../core/rich-text.ts';
import type { FormatKey } from '../../domain/conversations/formats.ts';
import type { Speech } from '../speech.ts';

/** What the agenda of a conversation of that format begins with, in the language of the coalition. */
export function formatQuestions({ t, aloud = t }: Speech, format: FormatKey | undefined): readonly string[] {
  if (format === undefined) return [];
  return ([1, 2, 3] as const).map((place) => plain(aloud(`conversation.format.${format}.question-${place}`)));
}
