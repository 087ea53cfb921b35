/**
 * Slack's Block Kit, drawn by ourselves: `slack-blocks-to-jsx` 1.1.1 was tried. It draws every block, but a press or a
 * choice reports to nobody, its selects are no listboxes to a screen reader, dates take the browser's zone instead of
 * the person's, and it comes to 965 kB with React; this page as a whole to about 105 kB.
 */
import { useContext } from 'preact/hooks';
import { Marked } from '../markup/marked.tsx';
import { Scene } from '../scene.ts';
import { ElementOf } from './elements.tsx';
import { parseMrkdwn } from './mrkdwn.ts';
import type { SlackBlock, SlackElement, SlackText } from './payload.ts';
import { toRichPassages } from './rich-text.ts';

export function Blocks({ blocks, messageId }: { blocks: readonly SlackBlock[]; messageId: string }) {
  return (
    <div class="blocks">
      {blocks.map((block) => (
        <BlockOf block={block} messageId={messageId} />
      ))}
    </div>
  );
}

function BlockOf({ block, messageId }: { block: SlackBlock; messageId: string }) {
  const { say } = useContext(Scene);
  switch (block.type) {
    // Not a heading of the page's own outline: a log of messages would otherwise drown it.
    case 'header':
      return <p class="block header">{block.text.text}</p>;
    case 'section':
      return <Section {...block} messageId={messageId} />;
    case 'rich_text':
      return (
        <div class="block">
          <Marked passages={toRichPassages(block.elements)} />
        </div>
      );
    case 'context':
      return (
        <div class="block context">
          {block.elements.map((element) => (
            <ContextPart part={element} messageId={messageId} />
          ))}
        </div>
      );
    case 'actions':
      return (
        <div class="block actions">
          {block.elements.map((element) => (
            <ElementOf element={element} messageId={messageId} />
          ))}
        </div>
      );
    case 'divider':
      return <hr class="block" />;
    case 'image':
      return <img class="block picture" src={block.image_url} alt={block.alt_text} />;
    default:
      return <p class="block unknown">{say('messages.unknown', { type: block.type })}</p>;
  }
}

type SectionProps = SlackBlock & { type: 'section' } & { messageId: string };

function Section({ text, fields, accessory, messageId }: SectionProps) {
  return (
    <div class="block section">
      <div class="section-body">
        {text ? <TextOf text={text} /> : null}
        {fields ? (
          <div class="section-fields">
            {fields.map((field) => (
              <TextOf text={field} />
            ))}
          </div>
        ) : null}
      </div>
      {accessory ? <ElementOf element={accessory} messageId={messageId} /> : null}
    </div>
  );
}

function ContextPart({ part, messageId }: { part: SlackText | SlackElement; messageId: string }) {
  return isText(part) ? <TextOf text={part} /> : <ElementOf element={part} messageId={messageId} />;
}

function isText(part: SlackText | SlackElement): part is SlackText {
  return part.type === 'mrkdwn' || part.type === 'plain_text';
}

/** A text object: with its markup where it has any. */
function TextOf({ text }: { text: SlackText }) {
  return text.type === 'mrkdwn' ? <Marked passages={parseMrkdwn(text.text)} /> : <p class="marked">{text.text}</p>;
}
