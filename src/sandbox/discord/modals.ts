import type { Json } from './json.ts';

/** A modal that stands open before a person, and where it came from. */
export interface OpenModal {
  readonly payload: Json;
  readonly channelId: string;
  /** The message whose control opened it. */
  readonly sourceId: string | null;
  /** What was wrong with the last submission, by custom id. */
  readonly errors: Readonly<Record<string, string>>;
}

/** One modal a person, at most. */
export interface ModalBoard {
  readonly open: (personId: string, modal: OpenModal) => void;
  readonly find: (personId: string) => OpenModal | null;
  readonly close: (personId: string) => void;
}

export function createModalBoard(changed: () => void): ModalBoard {
  const open = new Map<string, OpenModal>();
  return {
    open: (personId, modal) => {
      open.set(personId, modal);
      changed();
    },
    find: (personId) => open.get(personId) ?? null,
    close: (personId) => {
      if (open.delete(personId)) changed();
    },
  };
}
