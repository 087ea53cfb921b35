import { IntlMessageFormat } from 'intl-messageformat';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** What the parser calls its elements (`TYPE` of @formatjs/icu-messageformat-parser). */
const kinds = ['text', 'argument', 'number', 'date', 'time', 'select', 'plural', 'pound', 'tag'] as const;

/** One thing that a message contains besides words, wherever in it: `{title}`, `<b>`, a plural with its forms. */
export interface MessagePart {
  readonly kind: (typeof kinds)[number];
  readonly name: string;
  /** The branches of a plural or a select, sorted. */
  readonly options: readonly string[];
}

/** All parts of an ICU message. Throws where it is none. */
export function partsOf(message: string, locale: string): readonly MessagePart[] {
  return new IntlMessageFormat(message, locale).getAst().flatMap(toParts);
}

function toParts(element: Element): readonly MessagePart[] {
  const kind = kinds[element.type] ?? 'text';
  const options = 'options' in element ? Object.entries(element.options) : [];
  const children = 'children' in element ? element.children : options.flatMap(([, { value }]) => value);
  const part = { kind, name: 'value' in element ? element.value : '', options: options.map(([name]) => name).sort() };
  return [...(kind === 'text' || kind === 'pound' ? [] : [part]), ...children.flatMap(toParts)];
}
