import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { commands } from '../commands/index.ts';
import en from '../locales/en.json' with { type: 'json' };
import es from '../locales/es.json' with { type: 'json' };

/** What docs/add-a-command.md adds as its example. */
const imagined = ['src/domain/tasks/rename-task.ts', 'test/domain/tasks/rename-task.test.ts', '/task rename'];

/** Slack's own commands. */
const ofSlack = ['/invite'];

/** What is there only once the bot has run, or was given. */
const madeLater = ['data/', 'data/convener.db', '.env'];

/** What is read beside the configuration: by the tests alone. */
const ofTests = ['TEST_DATABASE_URL', 'CHROMIUM'];

const files = [...globSync('*.md'), ...globSync('docs/*.md')].sort();
const docs = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** What each document says that fits the pattern, as `file: what`. */
function mentions(pattern: RegExp, within = docs): { file: string; what: string }[] {
  return within.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(([, what = '']) => ({ file, what: what.trim() })),
  );
}

const wrongOnes = (
  found: readonly { file: string; what: string }[],
  isRight: (what: string, file: string) => boolean,
) => found.filter(({ file, what }) => !isRight(what, file)).map(({ file, what }) => `${file}: ${what}`);

describe('the documents', () => {
  it('are found', () => {
    assert.ok(files.includes('README.md') && files.includes('README.es.md') && files.includes('docs/operating.md'));
  });

  it('name scripts that there are', () => {
    const named = mentions(/\bnpm run (?:--\S+ )?([\w:]+)/g);
    assert.ok(named.length > 10);
    assert.deepEqual(
      wrongOnes(named, (script) => script in scripts),
      [],
    );
  });

  it('name parts of the command line that there are', () => {
    const program = readFileSync('src/cli.ts', 'utf8');
    const parts = [...program.matchAll(/\.command\('(\w+)/g)].map(([, name]) => name);
    const named = mentions(/(?:npx convener|npm run (?:--silent )?convener --|\bsrc\/cli\.ts) (\w+)/g);
    assert.ok(named.length > 3);
    assert.deepEqual(
      wrongOnes(named, (part) => parts.includes(part)),
      [],
    );
  });

  it('name options of the start that there are', () => {
    const [, start = ''] = /\.command\('start'\)(.*?)\.action/su.exec(readFileSync('src/cli.ts', 'utf8')) ?? [];
    const options = [...start.matchAll(/\.option\('(--\w+)/g)].map(([, name]) => name);
    const named = mentions(/\bnpm start -- (--\w+)/g);
    assert.ok(named.length > 1);
    assert.deepEqual(
      wrongOnes(named, (option) => options.includes(option)),
      [],
    );
  });

  it('link to what is there', () => {
    const links = mentions(/\]\((?!https?:)([^)#\s]+)/g);
    assert.ok(links.length > 10);
    assert.deepEqual(
      wrongOnes(links, (path, file) => existsSync(join(dirname(file), path))),
      [],
    );
  });

  it('name files and folders that there are', () => {
    const named = mentions(
      /`((?:(?:src|test|commands|locales|prisma|docs|scripts|bench|bin|data)\/|\.env)[\w./@-]*)`/g,
    );
    assert.ok(named.length > 20);
    assert.deepEqual(
      wrongOnes(named, (path) => existsSync(path) || [...imagined, ...madeLater].includes(path)),
      [],
    );
  });

  it('say commands as people can say them', () => {
    const said = mentions(/`(\/[a-z]+(?: [^`\n]*)?)`/g);
    assert.ok(said.length > 20);
    assert.deepEqual(
      wrongOnes(said, (line) => [...imagined, ...ofSlack].some((each) => line.startsWith(each)) || canBeSaid(line)),
      [],
    );
  });

  it('name variables of the environment that are read, and .env.example has each', () => {
    const read = [...readFileSync('src/config.ts', 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name);
    assert.ok(read.includes('DATABASE_URL'));
    const example = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    assert.deepEqual(example.sort(), read.sort());
    assert.deepEqual(
      wrongOnes(mentions(/`([A-Z]+(?:_[A-Z]+)+)[`=]/g), (name) => [...read, ...ofTests].includes(name)),
      [],
    );
  });

  it('say once what a word means', () => {
    const defined = mentions(
      /^\| (\*\*.+?\*\*) \|/gm,
      docs.filter(({ file }) => file === 'docs/words.md'),
    );
    const words = defined.flatMap(({ what }) => what.split(', '));
    assert.ok(words.includes('**delivery**'));
    assert.deepEqual(
      words.filter((word, index) => words.indexOf(word) !== index),
      [],
    );
  });

  it('show pictures with words for whoever does not see them, small enough to load anywhere', () => {
    const pictures = mentions(/!\[[^\]]{40,}\]\(([^)]+)\)/g);
    assert.equal(pictures.length, mentions(/(!\[)/g).length);
    const kilobytes = (path: string) => statSync(path).size / 1024;
    assert.deepEqual(
      wrongOnes(pictures, (path, file) => kilobytes(join(dirname(file), path)) <= 150),
      [],
    );
  });

  it('show every picture that is kept', () => {
    const shown = mentions(/!\[[^\]]*\]\(([^)]+)\)/g).map(({ what }) => what);
    assert.deepEqual(globSync('docs/images/*/*.png').sort(), shown.sort());
  });

  it('stand in both languages with the same chapters, commands to run and links', () => {
    const outline = (file: string) => {
      const text = docs.find((doc) => doc.file === file)?.text ?? '';
      const marks = text.match(/^#+(?= )|^```\w*|(?<=\]\()(?!README|docs\/images)[^)]+(?=\))|\bnpm [^`\n]+/gm) ?? [];
      return marks.map((mark) => mark.trim());
    };
    assert.ok(outline('README.md').length > 30);
    assert.deepEqual(outline('README.es.md'), outline('README.md'));
  });
});

/** Whether the command, what is done with it and each `option:` are there, by their English or their Spanish names. */
function canBeSaid(line: string): boolean {
  const [, commandName, said = ''] = /^\/([\w-]+)(?: (\S+))?/u.exec(line) ?? [];
  const command = commands.find(({ name }) => name === commandName);
  if (!command) return false;
  if (said === '') return true;
  const prefix = `commands.${command.name}`;
  const sub = Object.keys(command.subcommands).find((name) => namesOf(`${prefix}.${name}.name`, name).includes(said));
  if (sub === undefined) return false;
  const options = Object.keys(command.subcommands[sub]?.params ?? {});
  const known = options.flatMap((option) => namesOf(`${prefix}.${sub}.${option}.name`, option));
  const used = [...line.matchAll(/(?<=\s)(\p{L}+):(?=\S)/gu)].map(([, option = '']) => option);
  return used.every((option) => known.includes(option));
}

function namesOf(key: string, name: string): string[] {
  return [en, es].map((words) => (words as Record<string, string>)[key] ?? name).concat(name);
}
