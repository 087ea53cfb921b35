/** Words as they are compared: lower case, without accents, one space between. `Bogotá ` becomes `bogota`. */
export function toPlainWords(raw: string): string {
  return raw
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_]+/gu, ' ')
    .trim();
}
