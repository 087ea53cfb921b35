import { defineCommand } from '../src/core/define.ts';
import { agenda } from './convene/agenda.ts';
import { answering } from './convene/answering.ts';
import { calendar } from './convene/calendar.ts';
import { calling } from './convene/calling.ts';
import { closing } from './convene/closing.ts';

/** Conversations: called, answered, prepared, held, and what came of them. */
export const conveneCommand = defineCommand({
  name: 'convene',
  subcommands: {
    ...calling.subcommands,
    ...answering.subcommands,
    ...agenda.subcommands,
    ...closing.subcommands,
    ...calendar.subcommands,
  },
  controls: {
    ...calling.controls,
    ...answering.controls,
    ...agenda.controls,
    ...closing.controls,
    ...calendar.controls,
  },
});
