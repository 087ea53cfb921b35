import { useContext, useState } from 'preact/hooks';
import { homePlace, type Looking, type Side } from '../state.ts';
import { createHands } from './api.ts';
import { Composer, type Draft } from './composer.tsx';
import { MessageLog } from './message-log.tsx';
import type { PlatformLook } from './platform-look.ts';
import { createNames, Scene, type SceneValue } from './scene.ts';
import { Sidebar } from './sidebar.tsx';
import { useFocusReturn } from './use-focus-return.ts';
import { say, sayIn } from './words.ts';

interface PaneProps {
  readonly side: Side;
  readonly look: PlatformLook;
  readonly now: Date;
  readonly draft: Draft | null;
  readonly onLook: (looking: Looking) => void;
  readonly onTyped: (text: string) => void;
}

/** One platform, as the chosen person sees it. */
export function Pane({ side, look, now, draft, onLook, onTyped }: PaneProps) {
  const { platform, looking, people, channels, modal } = side;
  const [failure, setFailure] = useState<string | null>(null);
  const rememberFocus = useFocusReturn(modal !== null);
  const person = people.find(({ id }) => id === looking.personId);
  if (!person) return null;
  const scene: SceneValue = {
    people,
    channels,
    ...createNames(side),
    reader: { locale: person.locale, zone: person.zone, now },
    say: sayIn(person.locale),
    sayMoment: look.sayMoment,
    hands: createHands(platform, looking),
    attempt: async (deed) => {
      setFailure(null);
      await deed().catch((error: Error) => setFailure(error.message));
    },
  };
  const goTo = (placeId: string) => {
    onLook({ ...looking, placeId });
    if (placeId === homePlace) void scene.attempt(scene.hands.openHome);
  };
  return (
    <Scene.Provider value={scene}>
      <section class={`pane ${platform}`} id={platform} aria-labelledby={`${platform}-title`} tabIndex={-1}>
        <header class="frame">
          <h2 id={`${platform}-title`}>{look.title}</h2>
          <Connection connected={side.connected} />
        </header>
        <div class="inside" inert={modal !== null} onFocusIn={rememberFocus}>
          <Sidebar
            side={side}
            hasHome={look.Home !== undefined}
            onGo={goTo}
            onBecome={(personId) => onLook({ ...looking, personId })}
          />
          <Room side={side} look={look} draft={draft} onTyped={onTyped} />
        </div>
        {modal ? <look.Modal key={looking.personId + JSON.stringify(modal.payload)} modal={modal} /> : null}
        {failure === null ? null : (
          <p class="failure" role="alert">
            {say('failed', { reason: failure })}
            <button type="button" aria-label={say('failed.dismiss')} onClick={() => setFailure(null)}>
              <span aria-hidden="true">✕</span>
            </button>
          </p>
        )}
      </section>
    </Scene.Provider>
  );
}

function Connection({ connected }: { connected: boolean }) {
  return (
    <p class={connected ? 'connection on' : 'connection off'} role="status">
      {say(connected ? 'connected' : 'disconnected')}
    </p>
  );
}

type RoomProps = Pick<PaneProps, 'side' | 'look' | 'draft' | 'onTyped'>;

/** What stands beside the sidebar: a channel, or the bot's own page. */
function Room({ side, look, draft, onTyped }: RoomProps) {
  const { say } = useContext(Scene);
  const [sending, setSending] = useState(false);
  const { placeId } = side.looking;
  const channel = side.channels.find(({ id }) => id === placeId);
  if (placeId === homePlace && look.Home) {
    return (
      <div class="room">
        <h3 class="room-title">{say('places.home')}</h3>
        <div class="home">
          <look.Home home={side.home} />
        </div>
      </div>
    );
  }
  const title = channel?.directWith === undefined ? `#${channel?.name ?? ''}` : say('places.directs');
  return (
    <div class="room">
      <h3 class="room-title">{title}</h3>
      <MessageLog key={placeId} messages={side.messages} look={look} title={title} sending={sending} />
      <Composer
        platform={side.platform}
        looking={side.looking}
        title={title}
        draft={draft}
        onSending={setSending}
        onTyped={onTyped}
      />
    </div>
  );
}
