import type { Command } from '../src/core/define.ts';
import { coalitionCommand } from './coalition.ts';
import { conveneCommand } from './convene.ts';
import { createConvenerCommand } from './convener.ts';
import { profileCommand } from './profile.ts';
import { reminderCommand } from './reminder.ts';
import { taskCommand } from './task.ts';

const topics = [coalitionCommand, profileCommand, taskCommand, reminderCommand, conveneCommand];

/** Everything that people can say, in the order in which help shows it. */
export const commands: readonly Command[] = [...topics, createConvenerCommand(topics)];
