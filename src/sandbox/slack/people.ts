import type { SandboxPerson } from '../contract.ts';

/** A person of the workspace, with what only Slack knows of them. */
export interface SlackPerson extends SandboxPerson {
  /** The old user name, which mentions carry as their label. */
  readonly handle: string;
  readonly owner: boolean;
}

/** The one workspace of the sandbox. */
export const team = { id: 'T0RIVERCITY', name: 'River City Coalition', domain: 'river-city' } as const;

/** The app and its bot user, as they are installed in the workspace. */
export const bot = {
  id: 'U0CONVENER1',
  botId: 'B0CONVENER1',
  appId: 'A0CONVENER1',
  name: 'Convener',
  handle: 'convener',
} as const;

/** Who speaks when Slack itself has something to say to a person. */
export const slackbot = { id: 'USLACKBOT', name: 'Slackbot' } as const;

export const people: readonly SlackPerson[] = [
  {
    id: 'U0MARIA001',
    name: 'Maria López',
    handle: 'maria',
    locale: 'es-ES',
    zone: 'Europe/Madrid',
    admin: true,
    owner: false,
  },
  {
    id: 'U0SAM00001',
    name: 'Sam Rivera',
    handle: 'sam',
    locale: 'en-US',
    zone: 'America/Los_Angeles',
    admin: false,
    owner: false,
  },
  {
    id: 'U0AISHA001',
    name: 'Aisha Khan',
    handle: 'aisha',
    locale: 'en-GB',
    zone: 'Europe/London',
    admin: false,
    owner: false,
  },
  {
    id: 'U0RUTH0001',
    name: 'Ruth Okafor',
    handle: 'ruth',
    locale: 'en-US',
    zone: 'America/Chicago',
    admin: true,
    owner: false,
  },
];

/** The person of this id. Throws where there is none: whoever drives the sandbox named somebody unknown. */
export function getPerson(id: string): SlackPerson {
  const person = findPerson(id);
  if (!person) throw new Error(`nobody in the workspace has the id ${id}`);
  return person;
}

export function findPerson(id: string): SlackPerson | null {
  const [, number] = crowdId.exec(id) ?? [];
  return number ? toCrowdPerson(Number(number)) : (people.find((person) => person.id === id) ?? null);
}

const crowdId = /^U0CROWD(\d{4})$/;

/** So many other people, for programs that need many. They have no direct conversation with the bot. */
export function crowd(count: number): readonly SlackPerson[] {
  return Array.from({ length: count }, (_, index) => toCrowdPerson(index));
}

function toCrowdPerson(number: number): SlackPerson {
  const four = String(number).padStart(4, '0');
  const who = { id: `U0CROWD${four}`, name: `Neighbour ${number}`, handle: `neighbour${number}` };
  return { ...who, locale: 'en-US', zone: 'America/Chicago', admin: false, owner: false };
}
