import { isJson, type Json } from '../json.ts';
import { RestError } from '../rest-error.ts';

/** A place in a request's body where something may be wrong. */
export interface Check {
  readonly at: (...keys: readonly (string | number)[]) => Check;
  readonly fail: (code: string, message: string) => void;
}

/** Looks at a body; throws Discord's 50035 with everything that was found, nested as Discord nests it. */
export function checkForm(look: (check: Check) => void): void {
  const errors: Record<string, unknown> = {};
  let failed = false;
  look(
    createCheck([], (path, code, message) => {
      failed = true;
      note(errors, path, { code, message });
    }),
  );
  if (failed) throw new RestError(400, { message: 'Invalid Form Body', code: 50035, errors });
}

type Key = string | number;

function createCheck(
  path: readonly Key[],
  report: (path: readonly Key[], code: string, message: string) => void,
): Check {
  return {
    at: (...keys) => createCheck([...path, ...keys], report),
    fail: (code, message) => report(path, code, message),
  };
}

function note(errors: Record<string, unknown>, path: readonly Key[], error: Json): void {
  let node = errors;
  for (const key of path) {
    node[key] ??= {};
    node = node[key] as Record<string, unknown>;
  }
  node._errors ??= [];
  (node._errors as Json[]).push(error);
}

/** Characters as Discord counts them: code points. */
export function lengthOf(text: string): number {
  return /[\ud800-\udfff]/.test(text) ? [...text].length : text.length;
}

export interface TextRule {
  readonly min?: number;
  readonly max: number;
  readonly required?: boolean;
}

/** A text within its length; absent is fine unless required. */
export function checkText(check: Check, value: unknown, { min = 0, max, required = false }: TextRule): void {
  if (isAbsent(check, value, required)) return;
  if (typeof value === 'string') checkLength(check, lengthOf(value), { min, max, required });
  else check.fail('STRING_TYPE_CONVERT', 'Could not interpret value as string.');
}

function checkLength(check: Check, length: number, { min, max, required }: Required<TextRule>): void {
  if (length >= (required ? Math.max(min, 1) : min) && length <= max) return;
  if (required && length === 0) failRequired(check);
  else if (min > 0) check.fail('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
  else check.fail('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
}

/** A whole number within its bounds; absent is fine unless required. */
export function checkInteger(
  check: Check,
  value: unknown,
  { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER, required = false },
): void {
  if (isAbsent(check, value, required)) return;
  const number = value as number;
  if (!Number.isInteger(value)) check.fail('NUMBER_TYPE_COERCE', `Value "${value}" is not int.`);
  else if (number < min) check.fail('NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
  else if (number > max) check.fail('NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
}

export function checkBoolean(check: Check, value: unknown): void {
  if (value === undefined || value === null || typeof value === 'boolean') return;
  check.fail('BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
}

/** One of a few values; absent is fine unless required. */
export function checkChoice(check: Check, value: unknown, allowed: readonly unknown[], required = false): void {
  if (isAbsent(check, value, required)) return;
  if (!allowed.includes(value)) {
    check.fail('BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`);
  }
}

/** The list, judged by its length; empty where it is none. */
export function checkList(
  check: Check,
  value: unknown,
  { min = 0, max, required = false }: TextRule,
): readonly unknown[] {
  if (isAbsent(check, value, required)) return [];
  if (!Array.isArray(value)) {
    check.fail('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    return [];
  }
  if (value.length < min || value.length > max) {
    const words = min > 0 ? `Must be between ${min} and ${max} in length.` : `Must be ${max} or fewer in length.`;
    check.fail(min > 0 ? 'BASE_TYPE_BAD_LENGTH' : 'BASE_TYPE_MAX_LENGTH', words);
  }
  return value;
}

/** The list's objects, each with its place; whatever else stands in it is refused. */
export function checkObjects(check: Check, value: unknown, rule: TextRule): readonly (readonly [Check, Json])[] {
  return checkList(check, value, rule).flatMap((item, index) => {
    if (isJson(item)) return [[check.at(index), item] as const];
    check.at(index).fail('MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    return [];
  });
}

/** A link as Discord takes it. */
export function checkUrl(
  check: Check,
  value: unknown,
  { max = 2048, schemes = ['http:', 'https:'], required = false } = {},
): void {
  checkText(check, value, { max, required });
  if (typeof value !== 'string' || value === '') return;
  if (!URL.canParse(value)) check.fail('URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  else if (!schemes.includes(new URL(value).protocol)) {
    check.fail('URL_TYPE_INVALID_SCHEME', `Scheme "${new URL(value).protocol}" is not supported.`);
  }
}

/** Whether nothing was given; said to be wrong where something must be. */
function isAbsent(check: Check, value: unknown, required: boolean): value is undefined | null {
  if (value !== undefined && value !== null) return false;
  if (required) failRequired(check);
  return true;
}

export function failRequired(check: Check): void {
  check.fail('BASE_TYPE_REQUIRED', 'This field is required');
}
