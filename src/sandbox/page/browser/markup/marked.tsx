import { useContext } from 'preact/hooks';
import { Scene } from '../scene.ts';
import type { Mark, Passage } from './marks.ts';

/** A text with its markup. What users wrote only ever becomes text nodes. */
export function Marked({ passages }: { passages: readonly Passage[] }) {
  return (
    <div class="marked">
      {passages.map((passage) => (
        <PassageOf passage={passage} />
      ))}
    </div>
  );
}

function PassageOf({ passage }: { passage: Passage }) {
  switch (passage.type) {
    case 'paragraph':
      return (
        <p>
          <Marks marks={passage.marks} />
        </p>
      );
    case 'small':
      return (
        <p class="small">
          <Marks marks={passage.marks} />
        </p>
      );
    case 'quote':
      return (
        <blockquote>
          <Marks marks={passage.marks} />
        </blockquote>
      );
    // Not a heading of the page's own outline: a log of messages would otherwise drown it.
    case 'heading':
      return (
        <p class={`heading level-${passage.level}`}>
          <Marks marks={passage.marks} />
        </p>
      );
    case 'list':
      return <ListOf {...passage} />;
    case 'code-block':
      return (
        <pre>
          <code>{passage.text}</code>
        </pre>
      );
    default:
      return passage satisfies never;
  }
}

function ListOf({ ordered, items }: { ordered: boolean; items: readonly (readonly Mark[])[] }) {
  const entries = items.map((marks) => (
    <li>
      <Marks marks={marks} />
    </li>
  ));
  return ordered ? <ol>{entries}</ol> : <ul>{entries}</ul>;
}

/** A line of text with its markup. */
function Marks({ marks }: { marks: readonly Mark[] }) {
  return (
    <>
      {marks.map((mark) => (
        <MarkOf mark={mark} />
      ))}
    </>
  );
}

const elements = { bold: 'strong', italic: 'em', strike: 's', underline: 'u', spoiler: 'span' } as const;

function MarkOf({ mark }: { mark: Mark }) {
  const scene = useContext(Scene);
  switch (mark.type) {
    case 'text':
      return <>{mark.text}</>;
    case 'code':
      return <code>{mark.text}</code>;
    case 'link':
      return (
        <a href={mark.url} target="_blank" rel="noopener noreferrer">
          <Marks marks={mark.children} />
        </a>
      );
    case 'person':
      return <span class="mention">@{scene.nameOf(mark.id) ?? (mark.label || mark.id)}</span>;
    case 'channel':
      return <span class="mention">#{scene.channelOf(mark.id) ?? (mark.label || mark.id)}</span>;
    case 'callout':
      return <span class="mention">{mark.text}</span>;
    case 'moment':
      return <Moment {...mark} />;
    default: {
      const Element = elements[mark.type];
      return (
        <Element class={mark.type}>
          <Marks marks={mark.children} />
        </Element>
      );
    }
  }
}

function Moment({ at, style, fallback }: { at: number; style: string; fallback: string }) {
  const { sayMoment, reader } = useContext(Scene);
  const instant = new Date(at * 1000);
  if (Number.isNaN(instant.getTime())) return <>{fallback}</>;
  return (
    <time class="moment" dateTime={instant.toISOString()} title={instant.toLocaleString(reader.locale)}>
      {sayMoment(instant, style, reader)}
    </time>
  );
}
