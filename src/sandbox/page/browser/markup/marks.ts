/** A piece of a text, as both platforms' markup has it. User text stands in it as it was written. */
export type Mark =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'bold' | 'italic' | 'strike' | 'underline' | 'spoiler'; readonly children: readonly Mark[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly Mark[] }
  | { readonly type: 'person' | 'channel'; readonly id: string; readonly label: string }
  /** Everybody, a role, a command: marked as a mention, but nothing to look up. */
  | { readonly type: 'callout'; readonly text: string }
  /** `at` in Unix seconds; `style` in the platform's own terms. */
  | { readonly type: 'moment'; readonly at: number; readonly style: string; readonly fallback: string };

/** A line or several of a text. */
export type Passage =
  | { readonly type: 'paragraph' | 'quote' | 'small'; readonly marks: readonly Mark[] }
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3; readonly marks: readonly Mark[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Mark[])[] }
  | { readonly type: 'code-block'; readonly text: string };

/** One thing of a markup: where its sticky pattern matches, `toMark` says what it is. */
export interface MarkRule {
  readonly pattern: RegExp;
  readonly toMark: (match: RegExpExecArray, inner: (text: string) => readonly Mark[]) => Mark;
}

/** Reads a line by the first rule that matches at each place; what none matches is text, passed through `decode`. */
export function parseMarks(text: string, rules: readonly MarkRule[], decode = (raw: string) => raw): readonly Mark[] {
  const marks: Mark[] = [];
  const inner = (part: string) => parseMarks(part, rules, decode);
  let plain = '';
  let position = 0;
  const flush = () => {
    if (plain !== '') marks.push({ type: 'text', text: decode(plain) });
    plain = '';
  };
  while (position < text.length) {
    const found = matchAt(text, position, rules);
    if (found) {
      flush();
      marks.push(found.rule.toMark(found.match, inner));
      position += found.match[0].length;
    } else {
      plain += text[position];
      position += 1;
    }
  }
  flush();
  return marks;
}

function matchAt(text: string, position: number, rules: readonly MarkRule[]) {
  for (const rule of rules) {
    rule.pattern.lastIndex = position;
    const match = rule.pattern.exec(text);
    if (match) return { rule, match };
  }
  return null;
}
