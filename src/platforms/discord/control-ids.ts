import { createHash } from 'node:crypto';
import type { RawInput } from '../../core/invocation.ts';
import { decodePress, encodePress } from '../../core/press.ts';
import type { Press } from '../../core/view.ts';
import type { KeptInput } from './kept-inputs.ts';
import { limits } from './limits.ts';

/** What the `custom_id` of a button, a select or a modal stands for. */
export interface Control {
  readonly press: Press;
  /** A select: the input that the chosen value becomes. */
  readonly fills?: string;
  /** Opens the form even where nothing is missing, to mend what was given. */
  readonly opensForm?: boolean;
  /** Controls of one message that do the same differ in this: Discord refuses an id that comes twice. */
  readonly ordinal?: number;
}

/** The id of a control, and the input that did not fit into it, by the key under which it is to be kept. */
export interface ControlId {
  readonly customId: string;
  readonly kept?: KeptInput;
}

/**
 * A control as a `custom_id`: the press, then its marks, as `task.assign?task=T-12#>owner`. A mark starts with `#`,
 * which `encodePress` never writes. Where the input does not fit, the id carries what fits, the coalition first, and
 * the key of the whole.
 */
export function toControlId(control: Control): ControlId {
  const whole = write(control, control.press.input);
  if (whole.length <= limits.customId) return { customId: whole };
  const { input } = control.press;
  const key = createHash('sha256').update(whole).digest('base64url').slice(0, 12);
  const fitting: Record<string, string> = {};
  for (const [name, value] of byImportance(input)) {
    const fits = write(control, { ...fitting, [name]: value }, key).length <= limits.customId;
    if (fits) fitting[name] = value;
  }
  return { customId: write(control, fitting, key), kept: { key, input } };
}

/** The coalition first, which guards the rest; then the short before the long. */
function byImportance(input: RawInput): [string, string][] {
  const rank = ([name, value]: [string, string]) => (name === 'in' ? 0 : value.length);
  return Object.entries(input).toSorted((a, b) => rank(a) - rank(b));
}

function write({ press, fills, opensForm, ordinal }: Control, input: RawInput, key?: string): string {
  const marks = [fills && `#>${fills}`, opensForm && '#!', ordinal && `#+${ordinal}`, key && `#~${key}`];
  return [encodePress({ operation: press.operation, input }), ...marks.filter(Boolean)].join('');
}

/**
 * The control behind a `custom_id`; null where it is none of ours. `recall` gives kept input back; where it is gone,
 * what fitted into the id is what is known.
 */
export function parseControlId(customId: string, recall: (key: string) => RawInput | null): Control | null {
  const [id = '', ...marks] = customId.split('#');
  const press = decodePress(id);
  if (!press) return null;
  const markOf = (sign: string) => marks.find((mark) => mark.startsWith(sign))?.slice(1);
  const key = markOf('~');
  const fills = markOf('>');
  return {
    press: { ...press, input: (key && recall(key)) || press.input },
    ...(fills && { fills }),
    ...(marks.includes('!') && { opensForm: true }),
  };
}
