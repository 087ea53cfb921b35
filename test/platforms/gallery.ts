import type { Mentionable, RichText } from '../../src/core/rich-text.ts';
import { bold, code, join, link, mention, text } from '../../src/core/rich-text.ts';
import type { Action, Field, Form, FormField, Press, SelectOption, View } from '../../src/core/view.ts';
import { view } from '../../src/core/view.ts';

/** Where the gallery is shown: members with an account here are mentioned, all others named. */
export const galleryPlaces = {
  slack: { platform: 'slack', workspaceId: 'T0GALLERY', channelId: 'C0GALLERY' },
  discord: { platform: 'discord', workspaceId: '700000000000000001', channelId: '700000000000000002' },
} as const;

/** People by where they have an account. Every name is hostile or unusual in some way, except Maria's. */
export const people = {
  both: person('Maria', ['slack', 'T0GALLERY', 'U0MARIA'], ['discord', '', '700000000000000010']),
  slackOnly: person('Tariq *bold* _x_', ['slack', 'T0GALLERY', 'U0TARIQ']),
  discordOnly: person('@everyone <!channel>', ['discord', '', '700000000000000011']),
  elsewhere: person('Åsa O’Neil & co', ['slack', 'T0ELSEWHERE', 'U0ASA']),
  nowhere: person('ليلى'),
} satisfies Record<string, Mentionable>;

/** Words that must arrive as they are: no mention, no markup, no link of their own, nothing lost. */
export const hostileTexts = [
  '@everyone @here <!channel> <!here> <!everyone> <!subteam^S123> <@U123> <@700000000000000010> <#C123> <@&123>',
  '*bold* _italic_ ~struck~ `code` ```block``` **bold** __underlined__ ~~struck~~ ||spoiler||',
  '> quoted\n>>> all quoted\n# heading\n-# small\n- item\n1. item',
  '[label](https://example.org) <https://example.org|label> <mailto:a@example.org> https://example.org/?a=1&b=2',
  '<b>bold</b><script>alert(1)</script> &lt;already&gt; &amp;',
  "'; DROP TABLE tasks; --",
  '<t:0:R> <:name:123> <a:name:123> :tada: </task add:123> <!date^0^{date}|x>',
  'back\\slash \\*escaped\\* trailing \\',
] as const;

/** Scripts and characters that break careless cutting. */
export const unusualTexts = [
  'שלום עולם, مرحبا بالعالم and back again',
  '\u202Ereversed\u202C',
  'zero\u200Bwidth\u200Dspace\u2060joined\uFEFF',
  '👩‍👩‍👧‍👦 👩🏽‍🚀 🇪🇸🇺🇸 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ✋🏿',
  'e\u0301e\u0301e\u0301 Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L',
  '日本語の文章、空白なし。'.repeat(40),
] as const;

/** Longer than any text either platform takes. */
export const tenThousand = {
  words: 'community '.repeat(1_000),
  unbroken: 'x'.repeat(10_000),
  families: '👩‍👩‍👧‍👦'.repeat(1_000),
  escaped: '<&>'.repeat(3_334).slice(0, 10_000),
  stars: '*_~`'.repeat(2_500),
  lines: 'a line\n'.repeat(1_429).slice(0, 10_000),
} as const;

const at = new Date('2027-03-14T17:00:00Z');

/** Each kind of span, alone and within others. */
export const everySpan: RichText = [
  { type: 'text', text: 'words, ' },
  { type: 'bold', children: [...text('bold '), ...mention(people.both), ...code('T-12'), ...bold(text('twice'))] },
  { type: 'code', text: '/task add `x` ```y``` <z>' },
  { type: 'link', text: 'a label] with (brackets) | and *stars*', url: 'https://example.org/a_b?q=(1)&x=*2*|3' },
  ...Object.values(people).flatMap(mention),
  { type: 'time', at, style: 'date', fallback: 'Sunday 14 March 2027' },
  { type: 'time', at, style: 'time', fallback: '18:00' },
  { type: 'time', at, style: 'moment', fallback: 'Sunday 14 March 2027, 18:00' },
  { type: 'time', at, style: 'relative', fallback: 'in 2 hours | <!channel>' },
];

/** Views that both renderers must bring within their platform's limits, by what is special about them. */
export const views: Readonly<Record<string, View>> = {
  'every node': view(
    { type: 'heading', text: text('Tasks') },
    { type: 'text', text: everySpan },
    { type: 'fields', fields: fields(4) },
    { type: 'list', items: [everySpan, text('second'), bold(text('third'))] },
    { type: 'divider' },
    { type: 'actions', actions: [...buttons(2, 'primary'), ...buttons(1, 'danger', 2), linkButton(), select(3)] },
    { type: 'note', text: everySpan },
  ),
  'nothing at all': view(),
  'empty nodes': view(
    { type: 'heading', text: [] },
    { type: 'text', text: [] },
    { type: 'text', text: text('   \n ') },
    { type: 'fields', fields: [] },
    { type: 'fields', fields: [{ label: [], value: [] }] },
    { type: 'list', items: [] },
    { type: 'list', items: [[], text(' ')] },
    { type: 'actions', actions: [] },
    { type: 'note', text: [] },
  ),
  'empty labels': view({
    type: 'actions',
    actions: [
      { type: 'button', label: [], press: press(1) },
      { type: 'link', label: text(' '), url: 'https://example.org' },
      { ...select(0), label: [] },
      { ...select(2), options: [{ label: [], value: 'a' }, option(2)] },
    ],
  }),
  'a divider alone': view({ type: 'divider' }),
  'actions alone': view({ type: 'actions', actions: buttons(1) }),
  'spans in every place': view(
    { type: 'heading', text: everySpan },
    { type: 'fields', fields: [{ label: everySpan, value: everySpan }] },
    {
      type: 'actions',
      actions: [
        { type: 'button', label: everySpan, press: press(1) },
        { ...select(2), label: everySpan },
      ],
    },
  ),
  'hostile text': everywhere(hostileTexts),
  'unusual text': everywhere(unusualTexts),
  'sixty fields': view({ type: 'fields', fields: fields(60) }),
  'two hundred list items': view({ type: 'list', items: items(200) }),
  'two hundred long list items': view({ type: 'list', items: items(200, 'word '.repeat(60)) }),
  'thirty buttons': view({ type: 'actions', actions: buttons(30) }),
  'one hundred and fifty options': view({ type: 'actions', actions: [select(150)] }),
  'ten selects and buttons between': view({
    type: 'actions',
    actions: Array.from({ length: 10 }, (_, index) => [select(5, index), ...buttons(2, undefined, index * 2)]).flat(),
  }),
  'two hundred nodes': view(
    ...Array.from({ length: 100 }, (_, index) => [
      { type: 'text', text: text(`paragraph ${index}`) } as const,
      { type: 'divider' } as const,
    ]).flat(),
  ),
  'thirty rows with buttons': view(
    ...Array.from({ length: 30 }, (_, index) => [
      { type: 'text', text: text(`T-${index}`) } as const,
      { type: 'actions', actions: buttons(3, undefined, index * 3) } as const,
    ]).flat(),
  ),
  ...Object.fromEntries(Object.entries(tenThousand).map(([name, long]) => [`10,000 of ${name}`, everywhere([long])])),
  'everything over-long': view(
    ...Array.from({ length: 20 }, (_, index) => [
      { type: 'heading', text: text(tenThousand.words) } as const,
      { type: 'text', text: text(tenThousand.words) } as const,
      { type: 'fields', fields: fields(60, 'value '.repeat(500)) } as const,
      { type: 'list', items: items(200) } as const,
      { type: 'actions', actions: buttons(30, undefined, index * 30) } as const,
      { type: 'note', text: text(tenThousand.words) } as const,
    ]).flat(),
  ),
};

/** Forms that both renderers must bring within their platform's limits. No operation asks for more than five things. */
export const forms: Readonly<Record<string, Form>> = {
  'every field': form([
    field('title', { type: 'text', maxLength: 200, long: false }),
    field('notes', { type: 'text', maxLength: 2_000, long: true }),
    field('status', { type: 'choice', options: [option(1), option(2)] }),
    field('owner', { type: 'person' }),
  ]),
  'every field filled': form([
    { ...field('title', { type: 'text', maxLength: 200, long: false }), value: 'Call the food bank' },
    { ...field('notes', { type: 'text', maxLength: 2_000, long: true }), value: 'first\nsecond' },
    { ...field('status', { type: 'choice', options: [option(1), option(2)] }), value: 'value-2' },
    { ...field('owner', { type: 'person' }), value: 'U0MARIA' },
  ]),
  'values that do not fit': form([
    { ...field('title', { type: 'text', maxLength: 20, long: false }), value: tenThousand.families },
    { ...field('status', { type: 'choice', options: [option(1)] }), value: 'not among them' },
    { ...field('owner', { type: 'person' }), value: 'not an account' },
  ]),
  'empty words': {
    title: [],
    submit: [],
    cancel: [],
    press: press(1),
    fields: [{ ...field('title', { type: 'text', maxLength: 10, long: false }), label: [], hint: [], value: '' }],
  },
  'long words': {
    title: text(tenThousand.families),
    submit: text(tenThousand.words),
    cancel: text(tenThousand.words),
    press: press(1),
    fields: [
      { ...field('title', { type: 'text', maxLength: 50_000, long: true }), label: everySpan, hint: everySpan },
      {
        ...field('status', { type: 'choice', options: options(150) }),
        label: text(tenThousand.words),
        hint: text(tenThousand.words),
      },
    ],
  },
  'hostile words': {
    title: text(hostileTexts[0]),
    submit: text(hostileTexts[1]),
    cancel: text(hostileTexts[1]),
    press: press(1),
    fields: hostileTexts.slice(0, 5).map((words, index) => ({
      ...field(`field-${index}`, { type: 'text', maxLength: 500, long: true }),
      label: text(words),
      hint: text(words),
      value: words,
    })),
  },
};

function person(name: string, ...accounts: readonly ['slack' | 'discord', string, string][]): Mentionable {
  return {
    name,
    accounts: accounts.map(([platform, workspaceId, accountId]) => ({ platform, workspaceId, accountId })),
  };
}

function everywhere(texts: readonly string[]): View {
  return view(
    { type: 'heading', text: text(texts.join(' ')) },
    ...texts.map((words) => ({ type: 'text', text: text(words) }) as const),
    {
      type: 'text',
      text: join(
        texts.map((words) => bold(text(words))),
        ' ',
      ),
    },
    { type: 'text', text: join(texts.map(code), ' ') },
    {
      type: 'text',
      text: join(
        texts.map((words) => link(words, 'https://example.org')),
        ' ',
      ),
    },
    {
      type: 'text',
      text: join(
        texts.map((name) => mention({ name, accounts: [] })),
        ' ',
      ),
    },
    { type: 'fields', fields: texts.map((words) => ({ label: text(words), value: text(words) })) },
    { type: 'list', items: texts.map((words) => text(words)) },
    {
      type: 'actions',
      actions: [
        ...texts.map((words, index) => ({ type: 'button', label: text(words), press: press(index) }) as const),
        {
          ...select(2),
          label: text(texts.join(' ')),
          options: texts.map((words, n) => ({ ...option(n), label: text(words) })),
        },
      ],
    },
    { type: 'note', text: text(texts.join(' ')) },
  );
}

function press(number: number): Press {
  return { operation: 'task.done', input: { task: `T-${number}`, in: 'cm9h2k4qj0000v8l4c0a1b2c3' } };
}

function buttons(count: number, tone?: 'primary' | 'danger', from = 0): Action[] {
  return Array.from({ length: count }, (_, index) => ({
    type: 'button',
    label: text(`Done ${from + index}`),
    press: press(from + index),
    ...(tone && { tone }),
  }));
}

function linkButton(): Action {
  return { type: 'link', label: text('Read more'), url: 'https://example.org/?a=1&b=2' };
}

function select(count: number, number = 0): Extract<Action, { type: 'select' }> {
  return {
    type: 'select',
    label: text(`Give it to ${number}`),
    press: { operation: 'task.assign', input: { task: `T-${number}` } },
    fills: 'owner',
    options: options(count),
  };
}

function options(count: number): SelectOption[] {
  return Array.from({ length: count }, (_, index) => option(index));
}

function option(number: number): SelectOption {
  return { label: text(`Option ${number}`), value: `value-${number}` };
}

function fields(count: number, value = 'value'): Field[] {
  return Array.from({ length: count }, (_, index) => ({ label: text(`Label ${index}`), value: text(value) }));
}

function items(count: number, words = 'an item'): RichText[] {
  return Array.from({ length: count }, (_, index) => text(`${words} ${index}`));
}

function form(asked: readonly FormField[]): Form {
  return { title: text('Add a task'), submit: text('Add'), cancel: text('Cancel'), press: press(1), fields: asked };
}

function field(name: string, input: FormField['input']): FormField {
  return {
    name,
    label: text(`The ${name}`),
    hint: text(`What to write for ${name}`),
    required: name === 'title',
    input,
  };
}
