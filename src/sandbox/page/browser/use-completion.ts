import { useEffect, useState } from 'preact/hooks';
import type { SandboxSuggestion } from '../../contract.ts';
import type { Looking } from '../state.ts';
import { suggest } from './api.ts';
import type { PlatformName } from './live.ts';

export interface Completion {
  /** How what was typed goes on, in words: nothing to take. */
  readonly usages: readonly SandboxSuggestion[];
  readonly offered: readonly SandboxSuggestion[];
  /** Which one is marked; -1 for none. */
  readonly marked: number;
  /** Moves the mark, around at both ends. */
  readonly mark: (step: 1 | -1) => void;
  /** Offers nothing until the text changes. */
  readonly close: () => void;
}

const none: readonly SandboxSuggestion[] = [];

/** What can be typed next, asked again with each change of the text; answers to earlier texts are dropped. */
export function useCompletion(platform: PlatformName, { personId, placeId }: Looking, text: string): Completion {
  const [answer, setAnswer] = useState(none);
  const [marked, setMarked] = useState(-1);
  useEffect(() => {
    setMarked(-1);
    if (!text.startsWith('/')) return setAnswer(none);
    const dropping = new AbortController();
    suggest(platform, { personId, placeId }, text, dropping.signal)
      .then((suggestions) => !dropping.signal.aborted && setAnswer(suggestions))
      // Suggestions are a help only: without them one types on.
      .catch(() => !dropping.signal.aborted && setAnswer(none));
    return () => dropping.abort();
  }, [platform, personId, placeId, text]);
  const offered = answer.filter((one) => one.text !== text);
  return {
    usages: answer.filter((one) => one.text === text),
    offered,
    marked,
    mark: (step) =>
      setMarked((before) => (before + step + offered.length + (before < 0 && step < 0 ? 1 : 0)) % offered.length),
    close: () => setAnswer(none),
  };
}
