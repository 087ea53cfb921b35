import { limits } from '../limits.ts';
import { boolean, byType, type Judge, oneOf, shape, string } from './judge.ts';

export function plainText(max: number): Judge {
  return byType({ plain_text: shape({ text: string(max) }, { emoji: boolean }) });
}

export function anyText(max: number): Judge {
  return byType({
    plain_text: shape({ text: string(max) }, { emoji: boolean }),
    mrkdwn: shape({ text: string(max) }, { verbatim: boolean }),
  });
}

/** The question "are you sure?" of a control. */
export const confirmation: Judge = shape(
  {
    title: plainText(limits.confirmTitle),
    text: anyText(limits.confirmText),
    confirm: plainText(limits.confirmButton),
    deny: plainText(limits.confirmButton),
  },
  { style: oneOf('primary', 'danger') },
);
