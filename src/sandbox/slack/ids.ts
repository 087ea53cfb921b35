/** Gives ids as Slack's look: a letter for the kind, then nine upper-case letters and digits. Never the same twice. */
export function createIds(): (kind: 'V' | 'E' | 'S') => string {
  let last = 36 ** 5;
  return (kind) => {
    last += 1;
    return `${kind}${last.toString(36).toUpperCase().padStart(9, '0')}`;
  };
}

/** A short random word of letters and digits, for what Slack leaves unnamed and for secrets in addresses. */
export function randomWord(): string {
  return Math.random().toString(36).slice(2, 10).padEnd(8, '0');
}
