import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commands } from '../commands/index.ts';
import en from '../locales/en.json' with { type: 'json' };
import es from '../locales/es.json' with { type: 'json' };
import { errorCodes } from '../src/core/errors.ts';
import type { Params } from '../src/core/param.ts';
import { createCatalogue } from '../src/i18n/catalogue.ts';
import { errorParams } from '../src/i18n/error-params.ts';
import { type MessagePart, partsOf } from './locales/message-shape.ts';
import { readStrings } from './locales/sources.ts';
import { expressionMark, type StringLiteral } from './locales/string-literals.ts';

type Words = Readonly<Record<string, string>>;
const english: Words = en;
const languages: Readonly<Record<string, Words>> = { en, es };
const translations = Object.entries(languages).filter(([locale]) => locale !== 'en');
const everyMessage = Object.entries(languages).flatMap(([locale, words]) =>
  Object.entries(words).map(([key, message]) => ({ locale, key, message, parts: partsOf(message, locale) })),
);

test('every language of the folder is spoken', () => {
  assert.deepEqual(createCatalogue().locales, Object.keys(languages));
});

for (const [locale, words] of translations) {
  test(`${locale} has the same keys as English`, () => {
    assert.deepEqual(Object.keys(words).sort(), Object.keys(english).sort());
  });

  test(`${locale} names the same params and tags as English, and tells the same cases apart`, () => {
    for (const [key, message] of Object.entries(words)) {
      assert.deepEqual(outline(partsOf(message, locale)), outline(partsOf(english[key] ?? '', 'en')), key);
    }
  });

  test(`${locale} leaves no sentence in English`, () => {
    const same = Object.keys(words).filter((key) => words[key] === english[key] && !isSameOnPurpose(key));
    assert.deepEqual(same, []);
  });

  test(`${locale} is excused for nothing that it does say in its own words`, () => {
    const idle = [...sameOnPurpose.keys()].filter((key) => words[key] !== english[key]);
    assert.deepEqual(idle, []);
  });
}

/** Which params and tags a message has, each once, as a language may need one twice; selects with their branches. */
function outline(parts: readonly MessagePart[]): readonly string[] {
  const lines = parts.map(({ kind, name, options }) => `${kind} ${name} ${kind === 'select' ? options.join() : ''}`);
  return [...new Set(lines)].sort();
}

/** What reads the same in every language, and why. */
const sameOnPurpose = new Map(
  Object.entries({
    'platform.slack': 'a name',
    'platform.discord': 'a name',
    'space.alike': 'a name and another in brackets',
    'commands.convener.name': 'a name',
    'commands.convener.help.topic.convener': 'a name',
    'commands.coalition.join.sector.name': 'the same word',
    'commands.coalition.members.sector.name': 'the same word',
    'coalition.sector': 'the same word',
    'commands.convene.rsvp.answer.no': 'the same word',
    'conversation.when.span': 'no words of its own',
    'help.command': 'no words of its own',
    'reminder.button.ten-minutes': 'the same abbreviation',
    'reminder.reason.other': 'no words of its own',
    'reminder.receipt': 'no words of its own',
    'help.subcommand': 'no words of its own',
    'slack.manifest.name': 'a name',
    'sandbox.messages.app': 'the badge that the platform shows',
    'sandbox.person.admin': 'the same word',
    'sandbox.places.directs': 'a name',
  }),
);

/** Examples may consist of a command alone, which is the same everywhere. */
function isSameOnPurpose(key: string): boolean {
  const isCommand = /^\/[a-z]+ [a-z]+( T-12| M-7| C-3| K7QF-2MXA| [a-z]+)?((\s|^)(@maria|[a-z]+:\S+))*$/.test(
    english[key] ?? '',
  );
  return sameOnPurpose.has(key) || (key.endsWith('.example') && isCommand);
}

test('every plural has exactly the forms of its language', () => {
  for (const { locale, key, parts } of everyMessage) {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
    for (const { kind, options } of parts) {
      if (kind === 'plural')
        assert.deepEqual(
          options.filter((option) => !option.startsWith('=')),
          forms,
          `${locale} ${key}`,
        );
    }
  }
});

test('messages use bold and code alone, and leave moments to spans', () => {
  for (const { locale, key, parts } of everyMessage) {
    for (const { kind, name } of parts) {
      assert.ok(!['date', 'time'].includes(kind), `${locale} ${key}: {${name}, ${kind}}`);
      assert.equal(['b', 'code'].includes(name), kind === 'tag', `${locale} ${key}: ${name}`);
    }
  }
});

test('every definition has its words, and there are no others', () => {
  const needed = commands.flatMap(({ name, subcommands }) => [
    `commands.${name}.name`,
    `commands.${name}.description`,
    ...Object.entries(subcommands).flatMap(([sub, { params }]) => operationKeys(`commands.${name}.${sub}`, params)),
    ...controlKeys(name),
  ]);
  const own = (key: string) => isLabel(key) || isOwnExample(key);
  const present = Object.keys(english).filter((key) => key.startsWith('commands.') && !own(key));
  assert.deepEqual(present.sort(), [...new Set(needed)].sort());
});

const isLabel = (key: string) => /^commands\.(?:[^.]+\.){3}label$/.test(key);
/** An example of one option; test/commands/examples.test.ts says where one stands. */
const isOwnExample = (key: string) => /^commands\.(?:[^.]+\.){3}example$/.test(key);

test('a label stands where a form asks and the name would not do', () => {
  const asked = commands.flatMap(({ name, subcommands, controls }) =>
    Object.entries({ ...subcommands, ...controls }).flatMap(([sub, { params }]) => {
      const shown = Object.entries(params as Params).filter(([, { hidden }]) => !hidden);
      const opens = shown.some(([, { required }]) => required);
      return opens ? shown.map(([option]) => `commands.${name}.${sub}.${option}`) : [];
    }),
  );
  const labelled = Object.keys(english).flatMap((key) => (isLabel(key) ? [key.slice(0, -'.label'.length)] : []));
  assert.ok(labelled.length > 0);
  assert.deepEqual(
    labelled.filter((option) => !asked.includes(option)),
    [],
  );
  const idle = labelled.filter((option) =>
    Object.values(languages).every((words) => words[`${option}.label`]?.toLowerCase() === words[`${option}.name`]),
  );
  assert.deepEqual(idle, []);
});

function operationKeys(prefix: string, params: Params): readonly string[] {
  const own = ['name', 'title', 'description', 'example'].map((word) => `${prefix}.${word}`);
  return [...own, ...paramKeys(prefix, params)];
}

function paramKeys(prefix: string, params: Params): readonly string[] {
  return Object.entries(params).flatMap(([option, { hidden, control }]) => {
    if (hidden) return [];
    const choices = control.type === 'choice' ? control.values : [];
    return ['name', 'description', ...choices].map((word) => `${prefix}.${option}.${word}`);
  });
}

/** Most controls never ask: they know what they need, or a subcommand of the same name asks for it. */
function controlKeys(command: string): readonly string[] {
  const named = Object.keys(english).filter((key) => key.startsWith(`commands.${command}.`));
  const controls = Object.keys(commands.find(({ name }) => name === command)?.controls ?? {});
  return named.filter((key) => controls.includes(key.split('.')[2] ?? '') && !isLabel(key));
}

test('English names are those of the contract', () => {
  for (const { name, subcommands } of commands) {
    assert.equal(english[`commands.${name}.name`], name);
    for (const [sub, { params }] of Object.entries(subcommands)) {
      assert.equal(english[`commands.${name}.${sub}.name`], sub);
      for (const [option, { hidden }] of Object.entries(params as Params)) {
        if (hidden) continue;
        assert.equal(english[`commands.${name}.${sub}.${option}.name`], option);
      }
    }
  }
});

test('names and descriptions keep to what both platforms take', () => {
  for (const { locale, key, message } of everyMessage.filter((one) => one.key.startsWith('commands.'))) {
    const about = `${locale} ${key}: ${message}`;
    const length = [...message].length;
    const word = key.split('.').at(-1);
    if (word === 'name') assert.match(message, /^[-_\p{Ll}\p{N}]{1,32}$/u, about);
    else if (word === 'description') assert.ok(length >= 1 && length <= 100, about);
    else if (word === 'label') assert.ok(length >= 1 && length <= 45, about);
    else if (word === 'title') assert.ok(length >= 1 && length <= 24, about);
    else assert.ok(length >= 1 && length <= (word === 'example' ? 200 : 75), about);
  }
});

test('buttons fit on Slack', () => {
  for (const { locale, key, message } of everyMessage.filter((one) => /\.button\.|\.(yes|no)$/.test(one.key))) {
    assert.ok([...message].length <= 75, `${locale} ${key}`);
  }
});

test('what stands side by side goes by different names', () => {
  for (const [locale, words] of Object.entries(languages)) {
    const names = Object.keys(words).filter((key) => key.startsWith('commands.') && key.endsWith('.name'));
    const seen = names.map(
      (key) => `${key.slice(0, -'.name'.length).split('.').slice(0, -1).join('.')}: ${words[key]}`,
    );
    assert.deepEqual(
      seen.filter((name, index) => seen.indexOf(name) !== index),
      [],
      locale,
    );
  }
});

test('every error has its words, which name what the error carries and nothing else', () => {
  for (const code of errorCodes) {
    const params = partsOf(english[`errors.${code}`] ?? '', 'en').filter(({ kind }) => kind !== 'tag');
    assert.deepEqual([...new Set(params.map(({ name }) => name))].sort(), [...errorParams[code]].sort(), code);
  }
  const codes = Object.keys(english).flatMap((key) => (key.startsWith('errors.') ? [key.slice('errors.'.length)] : []));
  assert.deepEqual(codes.sort(), [...errorCodes].sort());
});

const sources = readStrings('commands', 'src');
const strings = [...sources.values()].flat();

test('every message is said somewhere', () => {
  const literal = new Set(strings.map(({ text }) => text));
  const patterns = strings
    .filter(({ text }) => /^[a-z-]+\.(.*\.)?\u{fffc}/u.test(text))
    .map(({ text }) => toPattern(text));
  const isSaid = (key: string) => literal.has(key) || patterns.some((pattern) => pattern.test(key));
  const silent = Object.keys(english).filter((key) => !isSaid(key) && !key.startsWith('commands.'));
  assert.deepEqual(silent, []);
});

/** `task.list.${status}` says every key of that form. */
function toPattern(template: string): RegExp {
  const pieces = template.split(expressionMark).map((piece) => piece.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('.+')}$`);
}

test('whatever is said has its words', () => {
  const keys = [...sources].flatMap(([file, literals]) =>
    literals.filter(isKey).map(({ text }) => (file.startsWith('src/sandbox/page/') ? `sandbox.${text}` : text)),
  );
  assert.ok(keys.length > 100, 'the tokenizer finds what is said');
  assert.deepEqual(
    keys.filter((key) => !Object.hasOwn(english, key)),
    [],
  );
});

/** The page of the sandbox has words of its own and leaves out their prefix. */
function isKey({ text, callee }: StringLiteral): boolean {
  return /(^|\.)(t|translate|say)$/.test(callee) && /^[a-z-]+(\.[a-z-]+)+$/.test(text);
}

/** Strings of several words that nobody reads, and what they are. */
const notWords: Readonly<Record<string, string>> = {
  'application/json; charset=utf-8': 'a media type',
  'private message': 'how the code calls where a control was pressed',
};

test('no sentence stands literally in the code that speaks to people', () => {
  const spoken = [
    ...readStrings('commands', 'src/views', 'src/app', 'src/platforms', 'src/cli', 'src/domain', 'src/i18n'),
  ];
  const sentences = spoken.flatMap(([file, literals]) =>
    literals
      .filter(({ text, callee }) => isSentence(text) && !isForOperators(callee) && !Object.hasOwn(notWords, text))
      .map(({ text, line, callee }) => `${file}:${line} ${callee} ${text}`),
  );
  assert.deepEqual(sentences, []);
});

/** Two words in a row. */
function isSentence(text: string): boolean {
  return /\p{L}{2,}[,.:;!?]? \p{L}{2,}/u.test(text.replaceAll(expressionMark, ' '));
}

/** Errors and logs are read by whoever hosts the bot, and are in English. */
function isForOperators(callee: string): boolean {
  return /Error$|\b(log|logger)\??\.(debug|info|warn|error)$/.test(callee);
}
