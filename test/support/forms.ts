import type { SandboxModal } from '../../src/sandbox/contract.ts';

/** A form as somebody finds it: what stands in its fields, by their names, and what was wrong with them. */
export interface FilledForm {
  readonly title: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** What can be chosen, in the fields where one chooses. */
  readonly options: Readonly<Record<string, readonly string[]>>;
  /** What stands below or above each field. */
  readonly hints: Readonly<Record<string, string>>;
}

interface Field {
  readonly name: string;
  readonly value: string;
  readonly options: readonly string[] | undefined;
  readonly hint: string;
}

/** Reads the modal of either platform. */
export function readForm({ payload, errors }: SandboxModal): FilledForm {
  const title = payload.title as string | { text: string };
  const fields = 'blocks' in payload ? readBlocks(payload.blocks) : readComponents(payload.components);
  return {
    title: typeof title === 'string' ? title : title.text,
    values: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    errors,
    options: Object.fromEntries(fields.flatMap(({ name, options }) => (options ? [[name, options]] : []))),
    hints: Object.fromEntries(fields.map(({ name, hint }) => [name, hint])),
  };
}

interface Block {
  readonly block_id: string;
  readonly hint?: { readonly text: string };
  readonly element: {
    readonly options?: readonly { readonly value: string }[];
    readonly initial_value?: string;
    readonly initial_user?: string;
    readonly initial_option?: { readonly value: string };
  };
}

function readBlocks(blocks: unknown): Field[] {
  return (blocks as readonly Block[]).map(({ block_id: name, hint, element }) => {
    const { initial_value: words, initial_user: person, initial_option: option } = element;
    const options = element.options?.map(({ value }) => value);
    return { name, value: words ?? person ?? option?.value ?? '', options, hint: hint?.text ?? '' };
  });
}

interface Labelled {
  readonly description?: string;
  readonly component: {
    readonly custom_id: string;
    readonly value?: string;
    readonly default_values?: readonly { readonly id: string }[];
    readonly options?: readonly { readonly value: string; readonly default?: boolean }[];
  };
}

function readComponents(components: unknown): Field[] {
  return (components as readonly Labelled[]).map(({ description: hint = '', component }) => {
    const { custom_id: name, value, default_values: people, options } = component;
    const chosen = people?.[0]?.id ?? options?.find((option) => option.default)?.value;
    return { name, value: value ?? chosen ?? '', options: options?.map((option) => option.value), hint };
  });
}
