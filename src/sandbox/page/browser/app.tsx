import { useState } from 'preact/hooks';
import type { Looking } from '../state.ts';
import { ClockBar } from './clock-bar.tsx';
import type { Draft } from './composer.tsx';
import { discordLook } from './discord/platform.tsx';
import { Guide } from './guide.tsx';
import type { Step } from './guide-steps.ts';
import { useKept } from './kept.ts';
import { type Lookings, type PlatformName, useLive } from './live.ts';
import { Pane } from './pane.tsx';
import { slackLook } from './slack/platform.tsx';
import { useNow } from './use-now.ts';
import { say, start } from './words.ts';

const looks = { slack: slackLook, discord: discordLook };

/** The whole page: what it is, what to try, the time, and one pane a platform. */
export function App() {
  const [lookings, setLookings] = useKept<Lookings>('lookings', {});
  const [typed, setTyped] = useKept<readonly string[]>('typed', []);
  const [draft, setDraft] = useState<Draft | null>(null);
  const { sides, clock } = useLive(lookings);
  const now = useNow(clock, 20_000);
  const look = (platform: PlatformName, looking: Looking) => setLookings({ ...lookings, [platform]: looking });

  const takeStep = ({ platform, command }: Step) => {
    const side = sides[platform];
    const here = side?.channels.find(({ id }) => id === side.looking.placeId);
    const channel = here?.directWith === undefined ? here : undefined;
    const first = side?.channels.find(({ directWith }) => directWith === undefined);
    if (side && !channel && first) look(platform, { ...side.looking, placeId: first.id });
    setDraft({ platform, text: command });
  };

  return (
    <>
      <nav class="skips">
        {start.platforms.map((name) => (
          <a href={`#${name}`}>{say('skip', { platform: looks[name].title })}</a>
        ))}
      </nav>
      <header class="top">
        <div class="top-line">
          <div class="brand">
            <h1>{say('title')}</h1>
            <p class="tagline">{say('tagline')}</p>
          </div>
          {clock ? <ClockBar clock={clock} people={Object.values(sides).flatMap(({ people }) => people)} /> : null}
          <Languages />
        </div>
        <Guide sides={sides} typed={typed} onTake={takeStep} />
      </header>
      <main class="panes">
        {start.platforms.map((name) => {
          const side = sides[name];
          return side ? (
            <Pane
              key={name}
              side={side}
              look={looks[name]}
              now={now}
              draft={draft?.platform === name ? draft : null}
              onLook={(looking) => look(name, looking)}
              onTyped={(text) => setTyped([...typed, `${name} ${text}`].slice(-100))}
            />
          ) : (
            <section key={name} class={`pane ${name}`} aria-busy="true" />
          );
        })}
      </main>
    </>
  );
}

function Languages() {
  return (
    <nav class="languages" aria-label={say('language')}>
      {start.locales.map((locale) => (
        <a
          href={`/?lang=${locale}`}
          lang={locale}
          hreflang={locale}
          {...(locale === start.locale && { 'aria-current': 'true' as const })}
        >
          {new Intl.DisplayNames([locale], { type: 'language' }).of(locale)}
        </a>
      ))}
    </nav>
  );
}
