import { Temporal } from 'temporal-polyfill';
import type { SandboxPerson } from '../../contract.ts';
import type { PageWord } from '../words.ts';
import { moveClock } from './api.ts';
import { useKept } from './kept.ts';
import type { ClockReading } from './live.ts';
import { sayInstant } from './markup/reader.ts';
import { useNow } from './use-now.ts';
import { say, start } from './words.ts';

type Moment = Temporal.ZonedDateTime;

/** Where the clock can be moved to, from where it stands. */
const moves: readonly { readonly word: PageWord; readonly move: (now: Moment) => Moment }[] = [
  { word: 'clock.hour', move: (now) => now.add({ hours: 1 }) },
  { word: 'clock.tomorrow', move: (now) => now.add({ days: 1 }).withPlainTime('09:00') },
  { word: 'clock.week', move: (now) => now.add({ weeks: 1 }) },
];

/** The sandbox's time, in a zone of choice, and what moves it. */
export function ClockBar({ clock, people }: { clock: ClockReading; people: readonly SandboxPerson[] }) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [zone, setZone] = useKept('zone', own);
  const now = useNow(clock, 1000);
  const zones = [...new Set([own, ...people.map((person) => person.zone)])];
  const words = sayInstant(now, { locale: start.locale, zone, now }, timeWords);
  const moveBy = (move: (now: Moment) => Moment) => {
    const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
    return moveClock(new Date(move(here).epochMilliseconds));
  };
  return (
    <section class={clock.moved ? 'clock moved' : 'clock'} aria-label={say('clock.title')}>
      <time dateTime={now.toISOString()} title={clock.moved ? say('clock.moved') : say('clock.title')}>
        {words}
      </time>
      <select aria-label={say('clock.zone')} value={zone} onChange={(event) => setZone(event.currentTarget.value)}>
        {zones.map((name) => (
          <option value={name}>{name.replaceAll('_', ' ')}</option>
        ))}
      </select>
      <div class="moves">
        {moves.map(({ word, move }) => (
          <button type="button" onClick={() => moveBy(move)}>
            {say(word)}
          </button>
        ))}
        <button type="button" disabled={!clock.moved} onClick={() => moveClock(null)}>
          {say('clock.reset')}
        </button>
      </div>
    </section>
  );
}

const timeWords = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
