/**
 * Short names of times, as the people mean them who write them: `EST` is the clock of New York all year round, although
 * the zone that the zone database has under this name knows no summer time. Written as `toPlainWords` leaves them. Null
 * is what several parts of the world call their time, and what nobody writes: libraries would take `IST` for India, and
 * `AST` for Alaska.
 */
export const zoneAbbreviations: Readonly<Record<string, string | null>> = {
  ...each('America/New_York', 'et', 'est', 'edt', 'eastern time'),
  ...each('America/Chicago', 'ct', 'cst', 'cdt', 'central time'),
  ...each('America/Denver', 'mt', 'mst', 'mdt', 'mountain time'),
  ...each('America/Los_Angeles', 'pt', 'pst', 'pdt', 'pacific time'),
  ...each('America/Anchorage', 'akst', 'akdt'),
  ...each('Pacific/Honolulu', 'hst'),
  ...each('America/Argentina/Buenos_Aires', 'art'),
  ...each('America/Sao_Paulo', 'brt'),
  ...each('America/Santiago', 'clt'),
  ...each('America/Bogota', 'cot'),
  ...each('America/Lima', 'pet'),
  ...each('Europe/London', 'bst'),
  ...each('Europe/Lisbon', 'wet', 'west'),
  ...each('Europe/Berlin', 'cet', 'cest'),
  ...each('Europe/Athens', 'eet', 'eest'),
  ...each('Europe/Moscow', 'msk'),
  ...each('Africa/Johannesburg', 'sast'),
  ...each('Asia/Tokyo', 'jst'),
  ...each('Australia/Sydney', 'aest', 'aedt'),
  ...each('Pacific/Auckland', 'nzst', 'nzdt'),
  ...each(null, 'act', 'aet', 'agt', 'ast', 'bet', 'cat', 'cnt', 'ctt', 'eat', 'ect', 'iet', 'ist', 'mit', 'net'),
  ...each(null, 'nst', 'plt', 'pnt', 'prt', 'sst', 'vst'),
};

function each(zone: string | null, ...names: readonly string[]): Readonly<Record<string, string | null>> {
  return Object.fromEntries(names.map((name) => [name, zone]));
}
