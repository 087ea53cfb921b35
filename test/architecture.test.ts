import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { describe, it } from 'node:test';

/**
 * Who may import whom: a room, the rooms it may import, and the packages it may import (`*`: any). A room may import
 * itself. Rooms are named by their folder, or the file at the root of `src`.
 */
const rooms: Readonly<
  Record<string, { rooms: readonly string[]; typesOnly?: readonly string[]; packages: readonly string[] }>
> = {
  'src/core': { rooms: [], packages: ['zod'] },
  'src/time': { rooms: ['src/core'], packages: ['temporal-polyfill', 'chrono-node', 'rrule-temporal'] },
  'src/store': { rooms: ['src/core'], packages: ['*'] },
  'src/domain': { rooms: ['src/core', 'src/time', 'src/store'], packages: ['zod', 'minisearch'] },
  'src/i18n': { rooms: ['src/core', 'src/time', 'locales'], packages: ['intl-messageformat'] },
  'src/views': { rooms: ['src/core', 'src/time', 'src/i18n'], typesOnly: ['src/domain'], packages: [] },
  'src/app': { rooms: ['src/core', 'src/time', 'src/i18n', 'src/views'], typesOnly: ['src/domain'], packages: [] },
  commands: { rooms: ['src/core', 'src/time', 'src/domain', 'src/views'], packages: [] },
  'src/platforms/slack': {
    rooms: ['src/core'],
    typesOnly: ['src/i18n'],
    packages: ['@slack/bolt', '@slack/web-api', '@slack/types'],
  },
  'src/platforms/discord': {
    rooms: ['src/core'],
    typesOnly: ['src/i18n'],
    packages: ['discord.js', 'discord-api-types'],
  },
  'src/outbox': {
    rooms: ['src/core', 'src/time', 'src/domain', 'src/views', 'src/i18n', 'src/store'],
    packages: [],
  },
  'src/clockwork': { rooms: ['src/core', 'src/time', 'src/domain', 'src/store'], packages: ['node-cron'] },
  'src/sandbox': { rooms: ['src/core'], packages: ['*'] },
  'src/web': {
    rooms: ['src/core', 'src/domain'],
    packages: ['hono', '@hono/node-server', 'prom-client', 'ical-generator', 'timezones-ical-library'],
  },
  'src/config.ts': { rooms: [], packages: ['zod'] },
  'src/log.ts': { rooms: ['src/core'], packages: ['pino'] },
};

/** These put the house together, so they may import everything, and nothing but one another imports them. */
const roots = ['src/main.ts', 'src/main-sandbox.ts', 'src/doorkeeper.ts', 'src/cli.ts', 'src/cli'];

/** Only these speak Prisma. */
const prismaRooms = ['src/store', 'src/domain', 'src/outbox', 'src/clockwork'];

interface Import {
  readonly from: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const files = globSync(['src/**/*.{ts,tsx}', 'commands/**/*.ts'], { exclude: ['src/store/generated/**'] }).sort();
const imports = files.flatMap(readImports);

function readImports(from: string): Import[] {
  const source = readFileSync(from, 'utf8');
  const statements = source.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm);
  const calls = source.matchAll(/\bimport\(\s*()'([^']+)'\s*\)/g);
  return [...statements, ...calls].map((match) => ({
    from,
    target: match[2]?.startsWith('.') ? normalize(join(dirname(from), match[2])) : (match[2] ?? ''),
    typeOnly: Boolean(match[1]),
  }));
}

function roomOf(path: string): string {
  const names = [...Object.keys(rooms), ...roots].sort((a, b) => b.length - a.length);
  return names.find((name) => path === name || path.startsWith(`${name}/`)) ?? path.split('/')[0] ?? path;
}

function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

const isOurs = (target: string) => /^(?:src|commands|locales|test|scripts)\//.test(target);
const isStandard = (target: string) => target.startsWith('node:') || builtinModules.includes(target);

function isAllowed({ from, target, typeOnly }: Import): boolean {
  const here = roomOf(from);
  const rules = rooms[here];
  if (roots.includes(here)) return !target.startsWith('test/');
  if (!rules) return false;
  if (isStandard(target)) return true;
  if (!isOurs(target)) return rules.packages.includes('*') || rules.packages.includes(packageOf(target));
  const there = roomOf(target);
  return there === here || rules.rooms.includes(there) || (typeOnly && (rules.typesOnly ?? []).includes(there));
}

/** Rooms reached from a room, by imports that exist at run time or not. */
const neighbours = (path: string) =>
  imports.filter(({ from, target }) => from === path && isOurs(target)).map(({ target }) => target);

function findCircle(): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of neighbours(file)) {
      const circle = visit(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of files) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return null;
}

describe('the house', () => {
  it('reads the imports it judges', () => {
    assert.ok(imports.some(({ from, target }) => from === 'src/main.ts' && target === 'src/app/create-app.ts'));
    assert.ok(imports.some(({ target, typeOnly }) => typeOnly && target === 'src/core/ports.ts'));
  });

  it('imports only in the allowed directions', () => {
    const forbidden = imports.filter((each) => !isAllowed(each)).map(({ from, target }) => `${from} → ${target}`);
    assert.deepEqual(forbidden, []);
  });

  it('has no circles', () => {
    assert.equal(findCircle()?.join(' → '), undefined);
  });

  it('never imports what puts it together', () => {
    const wrong = imports.filter(({ from, target }) => roots.includes(roomOf(target)) && !roots.includes(roomOf(from)));
    assert.deepEqual(wrong, []);
  });

  it('speaks Prisma only where rows are read and written', () => {
    const speakers = imports
      .filter(({ target, typeOnly }) => !typeOnly && /^@prisma\/|src\/store\/generated\//.test(target))
      .map(({ from }) => roomOf(from));
    assert.deepEqual(
      [...new Set(speakers)].filter((room) => !prismaRooms.includes(room)),
      [],
    );
  });

  it('keeps topics of the domain apart from each other’s insides without circles', () => {
    const topics = imports
      .filter(({ from, target }) => /^src\/domain\/\w+\//.test(from) && /^src\/domain\/\w+\//.test(target))
      .map(({ from, target }) => [from.split('/')[2], target.split('/')[2]] as const)
      .filter(([from, to]) => from !== to);
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      topics.some(([a, b]) => a === from && b && !seen.has(b) && (b === to || reaches(b, to, seen.add(b))));
    const circles = [...new Set(topics.map(([from]) => from ?? ''))].filter((topic) => reaches(topic, topic));
    assert.deepEqual(circles, []);
  });

  it('says of everything that the kernel offers what it means', () => {
    const silent = files
      .filter((file) => file.startsWith('src/core/'))
      .flatMap((file) => findUnexplained(file).map((name) => `${file}: ${name}`));
    assert.deepEqual(silent, []);
  });

  it('is drawn in docs/architecture.md as it stands', () => {
    const drawn = readDrawing();
    const standing = Object.entries(rooms).map(([room, { rooms, typesOnly = [] }]) => [
      room,
      [...rooms, ...typesOnly.map((type) => `types of ${type}`)].sort(),
    ]);
    assert.deepEqual(drawn.slice(0, -1).sort(), standing.sort());
    assert.deepEqual(drawn.at(-1)?.[0], roots.join(', '));
  });
});

/** The exports of a file that no comment stands above. */
function findUnexplained(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    const [, name] = /^export (?:async )?(?:function|const|class|interface|type) (\w+)/.exec(line) ?? [];
    const above = lines.slice(0, index).findLast((each) => !each.startsWith('// biome-ignore'));
    return name && !above?.endsWith('*/') ? [name] : [];
  });
}

/** The rows of the table of imports in docs/architecture.md; the last is that of the roots, which may import all. */
function readDrawing(): (readonly [string, readonly string[]])[] {
  const [, table = ''] = readFileSync('docs/architecture.md', 'utf8').split(/^\| from \|.*\n\|[-|]+\n/m);
  const rows = (table.split('\n\n', 1)[0] ?? '').split('\n').map((row) => row.split('|'));
  const roots = rows.pop();
  return [
    ...rows.flatMap(([, from = '', to = '']) => namesIn(from).map((room) => [room, namesIn(to).sort()] as const)),
    [namesIn(roots?.[1] ?? '').join(', '), []],
  ];
}

/** The rooms that a cell names in backticks, as the table above names them. */
function namesIn(cell: string): string[] {
  return [...cell.matchAll(/(types of )?`([^`]+)`/g)].map(([, types = '', name = '']) => {
    const outside = ['commands', 'locales'].includes(name);
    return `${types}${outside ? '' : 'src/'}${name}`;
  });
}
