import type { ErrorCode, ErrorParams } from '../../core/errors.ts';
import { type PlatformName, plain } from '../../core/rich-text.ts';
import { type View, view } from '../../core/view.ts';
import { isMessageKey } from '../../i18n/keys.ts';
import type { MessageKey, Translate } from '../../i18n/translate.ts';
import { note, paragraph } from '../nodes.ts';

/** What can be said besides the error itself, each where its param was given. */
const hints = {
  understood: 'hints.understood',
  closest: 'hints.closest',
} as const satisfies Record<string, MessageKey>;

/** Where the error is read. `example` is the key of a whole correct line; one without words shows nothing. */
export interface ErrorPlace {
  readonly platform: PlatformName;
  readonly example?: string;
  /** What could be read beside what could not; empty where nothing was. */
  readonly understood?: string;
}

/** What is wrong and what to do; with the example where the mistake was in what somebody wrote. */
export function errorView(t: Translate, code: ErrorCode, params: ErrorParams, place: ErrorPlace): View {
  const { platform, example, understood = '' } = place;
  return view(
    paragraph(t(`errors.${code}`, params)),
    understood !== '' && note(t('hints.understood', { understood })),
    ...Object.entries(hints).map(([param, key]) => isHinted(code, params, param) && note(t(key, params))),
    isHelpedByExample(code) &&
      example !== undefined &&
      isMessageKey(example) &&
      note(t('hints.example', { platform, example: plain(t(example)) })),
  );
}

function isHinted(code: ErrorCode, params: ErrorParams, param: string): boolean {
  return code.startsWith('input.unknown-') && Boolean(params[param]);
}

function isHelpedByExample(code: ErrorCode): boolean {
  return code.startsWith('input.');
}
