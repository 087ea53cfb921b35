import type { SandboxModal } from '../../src/sandbox/contract.ts';

/** A form as somebody finds it: what stands in its fields, by their names, and what was wrong with them. */
export interface FilledForm {
  readonly title: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** Reads the modal of either platform. */
export function readForm({ payload, errors }: SandboxModal): FilledForm {
  const title = payload.title as string | { text: string };
  const fields = 'blocks' in payload ? readBlocks(payload.blocks) : readComponents(payload.components);
  return { title: typeof title === 'string' ? title : title.text, values: Object.fromEntries(fields), errors };
}

interface Block {
  readonly block_id: string;
  readonly element: {
    readonly initial_value?: string;
    readonly initial_user?: string;
    readonly initial_option?: { readonly value: string };
  };
}

function readBlocks(blocks: unknown): [string, string][] {
  return (blocks as readonly Block[]).map(({ block_id, element }) => {
    const { initial_value: words, initial_user: person, initial_option: option } = element;
    return [block_id, words ?? person ?? option?.value ?? ''];
  });
}

interface Labelled {
  readonly component: {
    readonly custom_id: string;
    readonly value?: string;
    readonly default_values?: readonly { readonly id: string }[];
    readonly options?: readonly { readonly value: string; readonly default?: boolean }[];
  };
}

function readComponents(components: unknown): [string, string][] {
  return (components as readonly Labelled[]).map(({ component }) => {
    const { custom_id: name, value, default_values: people, options } = component;
    return [name, value ?? people?.[0]?.id ?? options?.find((option) => option.default)?.value ?? ''];
  });
}
