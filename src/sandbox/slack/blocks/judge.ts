/** Looks at a value and notes what Slack would refuse in it. `at` is a JSON pointer. */
export type Judge = (value: unknown, at: string, reasons: string[]) => void;

/** A plain object, whatever its members. */
export type Dict = Readonly<Record<string, unknown>>;

export function isDict(value: unknown): value is Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Length as Slack counts it: in code points. */
export function lengthOf(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length - 1; index += 1) {
    if (isPair(text, index)) length -= 1;
  }
  return length;
}

function isPair(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00;
}

/** Notes a reason in the form in which Slack gives them. */
export function refuse(reasons: string[], reason: string, at: string): void {
  reasons.push(`[ERROR] ${reason} [json-pointer:${at}]`);
}

/** A text of at least one and at most `max` characters. */
export function string(max: number, pattern?: RegExp): Judge {
  return (value, at, reasons) => {
    if (typeof value !== 'string') refuse(reasons, 'must provide a string', at);
    else if (value === '') refuse(reasons, 'must be more than 0 characters', at);
    else if (value.length > max && lengthOf(value) > max) {
      refuse(reasons, `must be less than ${max + 1} characters`, at);
    } else if (pattern && !pattern.test(value)) refuse(reasons, 'does not match the required pattern', at);
  };
}

/** The same, but it may be empty. */
export function stringOrEmpty(max: number): Judge {
  const filled = string(max);
  return (value, at, reasons) => {
    if (value !== '') filled(value, at, reasons);
  };
}

export const boolean: Judge = (value, at, reasons) => {
  if (typeof value !== 'boolean') refuse(reasons, 'must provide a boolean', at);
};

export function integer(min: number, max: number): Judge {
  return (value, at, reasons) => {
    if (!Number.isInteger(value)) refuse(reasons, 'must provide an integer', at);
    else if (Number(value) < min || Number(value) > max) refuse(reasons, `must be from ${min} to ${max}`, at);
  };
}

export function oneOf(...values: readonly string[]): Judge {
  return (value, at, reasons) => {
    if (!values.includes(String(value))) refuse(reasons, `must be one of: ${values.join(', ')}`, at);
  };
}

export function list(min: number, max: number, item: Judge): Judge {
  return (value, at, reasons) => {
    if (!Array.isArray(value)) return refuse(reasons, 'must be an array', at);
    if (value.length < min) refuse(reasons, `no fewer than ${min} items allowed`, at);
    if (value.length > max) refuse(reasons, `no more than ${max} items allowed`, at);
    value.forEach((each, index) => {
      item(each, `${at}/${index}`, reasons);
    });
  };
}

/** An object of these members and no others. */
export function shape(required: Readonly<Record<string, Judge>>, optional: Readonly<Record<string, Judge>>): Judge {
  const judges = { ...required, ...optional };
  return (value, at, reasons) => {
    if (!isDict(value)) return refuse(reasons, 'must provide an object', at);
    for (const name of Object.keys(required)) {
      if (value[name] === undefined) refuse(reasons, `missing required field: ${name}`, at);
    }
    for (const [name, member] of Object.entries(value)) {
      // A member that is null or undefined does not travel in JSON, or counts as not given.
      if (member === undefined || member === null) continue;
      const judge = Object.hasOwn(judges, name) ? judges[name] : undefined;
      if (judge) judge(member, `${at}/${name}`, reasons);
      else refuse(reasons, `invalid additional property: ${name}`, at);
    }
  };
}

/** An object whose member `type` says how it is to be judged. The judges take `type` for granted. */
export function byType(judges: Readonly<Record<string, Judge>>): Judge {
  return (value, at, reasons) => {
    if (!isDict(value)) return refuse(reasons, 'must provide an object', at);
    const { type, ...rest } = value;
    const judge = typeof type === 'string' && Object.hasOwn(judges, type) ? judges[type] : undefined;
    if (judge) judge(rest, at, reasons);
    else refuse(reasons, type === undefined ? 'missing required field: type' : `unsupported type: ${type}`, at);
  };
}

/** What every one of these judges has to say. */
export function all(...judges: readonly Judge[]): Judge {
  return (value, at, reasons) => {
    for (const judge of judges) judge(value, at, reasons);
  };
}

/** The reasons for which Slack would refuse this value; none means that it is taken. */
export function reasonsAgainst(judge: Judge, value: unknown, at: string): readonly string[] {
  const reasons: string[] = [];
  judge(value, at, reasons);
  return reasons;
}
