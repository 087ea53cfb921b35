import type { OperationName, RawInput } from './invocation.ts';
import type { RichText } from './rich-text.ts';

/**
 * What a person is shown, before any platform has a say. A node enters only when both renderers and the fallback
 * text have it.
 */
export interface View {
  readonly nodes: readonly Node[];
}

/** A part of a view. A reader without sight, pictures or colours gets the same from it. */
export type Node =
  | { readonly type: 'heading'; readonly text: RichText }
  | { readonly type: 'text'; readonly text: RichText }
  | { readonly type: 'fields'; readonly fields: readonly Field[] }
  | { readonly type: 'list'; readonly items: readonly RichText[] }
  | { readonly type: 'divider' }
  /** `about`: what they belong to, where neither a heading above nor the first text of the view says so. */
  | { readonly type: 'actions'; readonly actions: readonly Action[]; readonly about?: RichText }
  /** Small print below what matters. */
  | { readonly type: 'note'; readonly text: RichText };

/** A fact: what it is called, and what it is. */
export interface Field {
  readonly label: RichText;
  readonly value: RichText;
}

/** What a reader can do with a view: press, follow, choose. */
export type Action =
  | {
      readonly type: 'button';
      readonly label: RichText;
      readonly press: Press;
      readonly tone?: 'primary' | 'danger';
    }
  | { readonly type: 'link'; readonly label: RichText; readonly url: string }
  /** A choice of one; the chosen value becomes the input `fills` of the operation. */
  | {
      readonly type: 'select';
      readonly label: RichText;
      readonly press: Press;
      readonly fills: string;
      readonly options: readonly SelectOption[];
    };

/** One of the things that can be chosen: what the reader sees, and what the operation is given. */
export interface SelectOption {
  readonly label: RichText;
  readonly value: string;
}

/**
 * What a control does: the operation it runs, with the input it already knows. Where a required input is missing, the
 * form opens, just as after a typed command.
 */
export interface Press {
  readonly operation: OperationName;
  readonly input: RawInput;
}

/** A modal. What is given already travels in `press`, what is asked stands in `fields`. */
export interface Form {
  readonly title: RichText;
  readonly submit: RichText;
  /** What closes it with nothing done; Discord calls that by its own word. */
  readonly cancel: RichText;
  readonly press: Press;
  readonly fields: readonly FormField[];
}

/** One thing that a form asks for. */
export interface FormField {
  /** The input it fills. */
  readonly name: string;
  readonly label: RichText;
  readonly hint?: RichText;
  readonly required: boolean;
  /** What was given already, as it was written (for a person, the platform's account id). */
  readonly value?: string;
  readonly input:
    | { readonly type: 'text'; readonly maxLength: number; readonly long: boolean }
    | { readonly type: 'choice'; readonly options: readonly SelectOption[] }
    | { readonly type: 'person' };
}

/** A view of these nodes; absent ones are left out, so that a view can be written as one expression. */
export function view(...nodes: readonly (Node | false | undefined)[]): View {
  return { nodes: nodes.filter((node) => node !== false && node !== undefined) };
}
