import { useContext } from 'preact/hooks';
import { homePlace, type Side } from '../state.ts';
import { Avatar, toInitials } from './parts/avatar.tsx';
import { Scene } from './scene.ts';
import { say, start } from './words.ts';

interface SidebarProps {
  readonly side: Side;
  readonly hasHome: boolean;
  readonly onGo: (placeId: string) => void;
  readonly onBecome: (personId: string) => void;
}

/** The workspace, its places, and who one is. */
export function Sidebar({ side, hasHome, onGo, onBecome }: SidebarProps) {
  const { say } = useContext(Scene);
  const { workspace, channels, looking } = side;
  const shared = channels.filter(({ directWith }) => directWith === undefined);
  const directs = channels.filter(({ directWith }) => directWith !== undefined);
  const go = { current: looking.placeId, onGo };
  return (
    <div class="sidebar">
      <p class="workspace">
        <span class="workspace-sign" aria-hidden="true">
          {toInitials(workspace)}
        </span>
        <span class="workspace-name">{workspace}</span>
      </p>
      <nav class="places" aria-label={say('places', { workspace })}>
        <Places title={say('places.channels')} places={shared} sign="#" {...go} />
        <Places
          title={say('places.directs')}
          places={[
            ...(hasHome ? [{ id: homePlace, name: say('places.home') }] : []),
            ...directs.map(({ id }) => ({ id, name: say('places.direct') })),
          ]}
          sign="•"
          {...go}
        />
      </nav>
      <Persona side={side} onBecome={onBecome} />
    </div>
  );
}

interface PlacesProps {
  readonly title: string;
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly sign: string;
  readonly current: string;
  readonly onGo: (placeId: string) => void;
}

function Places({ title, places, sign, current, onGo }: PlacesProps) {
  if (places.length === 0) return null;
  return (
    <div class="places-group">
      <p class="places-title">{title}</p>
      <ul>
        {places.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              class="place"
              {...(id === current && { 'aria-current': 'page' as const })}
              onClick={() => onGo(id)}
            >
              <span class="place-sign" aria-hidden="true">
                {sign}
              </span>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Who one is here. A select lies over the card, so that keys and screen readers find an ordinary one. */
function Persona({ side, onBecome }: Pick<SidebarProps, 'side' | 'onBecome'>) {
  const person = side.people.find(({ id }) => id === side.looking.personId);
  if (!person) return null;
  return (
    <div class="persona">
      <Avatar id={person.id} name={person.name} />
      <div class="persona-facts" aria-hidden="true">
        <p class="persona-name">{person.name}</p>
        <p class="persona-more">{sayHome(person)}</p>
        {person.admin ? <p class="persona-more">{say('person.admin')}</p> : null}
      </div>
      <span class="persona-arrow" aria-hidden="true">
        ⌄
      </span>
      <select
        aria-label={say('person.choose')}
        title={sayFacts(person)}
        value={person.id}
        onChange={(event) => onBecome(event.currentTarget.value)}
      >
        {side.people.map((other) => (
          <option value={other.id}>{`${other.name} (${sayFacts(other)})`}</option>
        ))}
      </select>
    </div>
  );
}

type Person = Side['people'][number];

/** Language, city and authority of a person: what the bot will be told of them. */
function sayFacts(person: Person): string {
  return person.admin ? `${sayHome(person)} · ${say('person.admin')}` : sayHome(person);
}

function sayHome({ locale, zone }: Person): string {
  const { language } = new Intl.Locale(locale);
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return `${new Intl.DisplayNames([start.locale], { type: 'language' }).of(language) ?? language} · ${city}`;
}
