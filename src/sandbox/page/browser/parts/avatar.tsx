/** A person's initials on a colour of their own, or the bot's sign. Says nothing to screen readers: the name is beside. */
export function Avatar({ id, name, bot = false }: { id: string; name: string; bot?: boolean }) {
  return (
    <span class={bot ? 'avatar bot' : `avatar hue-${toHue(id)}`} aria-hidden="true">
      {bot ? <BotSign /> : toInitials(name)}
    </span>
  );
}

/** Two circles that meet: a coalition. */
function BotSign() {
  return (
    <svg viewBox="0 0 24 24" width="70%" height="70%" fill="none" stroke="currentColor" stroke-width="2.4">
      <title>Convener</title>
      <circle cx="9" cy="12" r="5.5" />
      <circle cx="15" cy="12" r="5.5" />
    </svg>
  );
}

export function toInitials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}

const hues = 6;

/** Always the same colour for the same person. */
function toHue(id: string): number {
  return [...id].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 997, 7) % hues;
}
