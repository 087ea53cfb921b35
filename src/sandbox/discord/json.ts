/** A JSON object whose shape nobody has looked at yet. */
export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; empty where it is none. */
export function asJson(value: unknown): Json {
  return isJson(value) ? value : {};
}

/** The value as a list; empty where it is none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as a list of objects; whatever else stands in it is left out. */
export function asJsonList(value: unknown): readonly Json[] {
  return asList(value).filter(isJson);
}

/** The value as a text; empty where it is none. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The value as a whole number; `otherwise` where it is none. */
export function asInteger(value: unknown, otherwise = 0): number {
  return Number.isInteger(value) ? (value as number) : otherwise;
}
