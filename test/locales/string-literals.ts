/** Stands for what a template puts in. */
export const expressionMark = '\u{fffc}';

/** A string in a source file, as it is written there. */
export interface StringLiteral {
  /** Its characters; `expressionMark` stands where a template has an expression. */
  readonly text: string;
  /** What it is handed to, as `log.warn` or `new Error`; empty where it is no argument. */
  readonly callee: string;
  readonly line: number;
}

/**
 * The string literals of a TypeScript source, comments and regular expressions left out. A small tokenizer and no
 * parser: good enough for sources in the style of this project.
 */
export function findStringLiterals(source: string): readonly StringLiteral[] {
  const found: StringLiteral[] = [];
  readCode(source, 0, [], found);
  return found;
}

const regexMayFollow = /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|of|in))\s*$/;

/** Reads code from `start` up to the brace that ends a template's expression, or the end. Returns where it stopped. */
function readCode(source: string, start: number, outer: readonly string[], found: StringLiteral[]): number {
  const callees = [...outer];
  let depth = 0;
  let at = start;
  while (at < source.length) {
    const char = source[at];
    const two = source.slice(at, at + 2);
    if (two === '//') at = endOf(source, '\n', at);
    else if (two === '/*') at = endOf(source, '*/', at + 2);
    else if (char === "'" || char === '"') at = readQuoted(source, at, callees, found);
    else if (char === '`') at = readTemplate(source, at, callees, found);
    else if (char === '/' && regexMayFollow.test(source.slice(Math.max(0, at - 40), at))) at = endOfRegex(source, at);
    else {
      if (char === '(') callees.push(calleeBefore(source, at));
      if (char === ')') callees.pop();
      if (char === '{') depth += 1;
      if (char === '}' && depth === 0) return at;
      if (char === '}') depth -= 1;
      at += 1;
    }
  }
  return at;
}

function readQuoted(source: string, start: number, callees: readonly string[], found: StringLiteral[]): number {
  let end = start + 1;
  while (end < source.length && source[end] !== source[start]) end += source[end] === '\\' ? 2 : 1;
  found.push({ text: source.slice(start + 1, end), callee: callees.at(-1) ?? '', line: lineOf(source, start) });
  return end + 1;
}

function readTemplate(source: string, start: number, callees: readonly string[], found: StringLiteral[]): number {
  let text = '';
  let at = start + 1;
  while (at < source.length && source[at] !== '`') {
    if (source[at] === '$' && source[at + 1] === '{') {
      at = readCode(source, at + 2, callees, found) + 1;
      text += expressionMark;
    } else {
      const length = source[at] === '\\' ? 2 : 1;
      text += source.slice(at, at + length);
      at += length;
    }
  }
  found.push({ text, callee: callees.at(-1) ?? '', line: lineOf(source, start) });
  return at + 1;
}

function endOfRegex(source: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < source.length; at += 1) {
    const char = source[at];
    if (char === '\\') at += 1;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return at + 1;
  }
  return source.length;
}

function calleeBefore(source: string, at: number): string {
  return /(?:\bnew\s+)?[\w.?]*(?:<[\w\s,|]*>)?$/.exec(source.slice(Math.max(0, at - 80), at))?.[0] ?? '';
}

function endOf(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found < 0 ? source.length : found + mark.length;
}

function lineOf(source: string, at: number): number {
  return source.slice(0, at).split('\n').length;
}
