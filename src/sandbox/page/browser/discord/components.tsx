/**
 * Discord's components, drawn by ourselves: `@skyra/discord-components-core` 4.0.2 was tried. It has neither text
 * displays, containers, sections nor separators (Components V2, in which the bot speaks), its buttons and selects know
 * no `custom_id` and report to nobody, and it brings Lit and 2.7 MB. Its neighbour `discord-markdown-parser` 1.3.1
 * reads no lists, and no mention in the middle of a line.
 */
import { useContext } from 'preact/hooks';
import { Marked } from '../markup/marked.tsx';
import { PressSelect, usePeopleOptions } from '../parts/choice.tsx';
import { LinkButton, PressButton } from '../parts/press.tsx';
import { useColor } from '../parts/use-color.ts';
import { Scene } from '../scene.ts';
import { parseDiscordMarkdown } from './markdown.ts';
import type { DiscordButton, DiscordComponent, DiscordSelect, DiscordThumbnail } from './payload.ts';

interface ComponentsProps {
  readonly components: readonly DiscordComponent[];
  readonly messageId: string;
}

export function Components({ components, messageId }: ComponentsProps) {
  return (
    <>
      {components.map((component) => (
        <ComponentOf component={component} messageId={messageId} />
      ))}
    </>
  );
}

function ComponentOf({ component, messageId }: { component: DiscordComponent; messageId: string }) {
  const { say } = useContext(Scene);
  switch (component.type) {
    case 1:
      return (
        <div class="row">
          <Components components={component.components} messageId={messageId} />
        </div>
      );
    case 2:
      return <ButtonOf button={component} messageId={messageId} />;
    case 3:
    case 5:
    case 8:
      return <SelectOf select={component} messageId={messageId} />;
    case 9:
      return (
        <div class="section">
          <div class="section-body">
            <Components components={component.components} messageId={messageId} />
          </div>
          <ComponentOf component={component.accessory} messageId={messageId} />
        </div>
      );
    case 10:
      return <Marked passages={parseDiscordMarkdown(component.content)} />;
    case 11:
      return <Picture picture={component} />;
    case 12:
      return (
        <div class="gallery">
          {component.items.map((item) => (
            <Picture picture={item} />
          ))}
        </div>
      );
    case 14:
      return <hr class={`spacing-${component.spacing ?? 1} ${component.divider === false ? 'hidden' : ''}`} />;
    case 17:
      return <Container components={component.components} color={component.accent_color} messageId={messageId} />;
    default:
      return <p class="unknown">{say('messages.unknown', { type: String(component.type) })}</p>;
  }
}

function Container({ components, color, messageId }: ComponentsProps & { color: number | null | undefined }) {
  return (
    <div class="container" ref={useColor('--edge', color)}>
      <Components components={components} messageId={messageId} />
    </div>
  );
}

const tones = { 1: 'primary', 2: 'default', 3: 'success', 4: 'danger', 5: 'link' } as const;

function ButtonOf({ button, messageId }: { button: DiscordButton; messageId: string }) {
  const label = [button.emoji?.name, button.label].filter(Boolean).join(' ');
  if (button.url) return <LinkButton url={button.url}>{label}</LinkButton>;
  return (
    <PressButton
      messageId={messageId}
      controlId={button.custom_id ?? ''}
      tone={tones[button.style]}
      disabled={button.disabled}
    >
      {label}
    </PressButton>
  );
}

function SelectOf({ select, messageId }: { select: DiscordSelect; messageId: string }) {
  const { say } = useContext(Scene);
  const options = useSelectOptions(select);
  const label = select.placeholder ?? say('select.choose');
  const chosen = select.options?.find((option) => option.default)?.value;
  return (
    <PressSelect
      messageId={messageId}
      controlId={select.custom_id}
      label={label}
      options={options}
      chosen={chosen}
      disabled={select.disabled}
    />
  );
}

/** What a select offers: its own options, the people or the channels. */
export function useSelectOptions(select: Pick<DiscordSelect, 'type' | 'options'>) {
  const people = usePeopleOptions();
  const { channels } = useContext(Scene);
  if (select.type === 5) return people;
  if (select.type === 8) return channels.map(({ id, name }) => ({ label: `#${name}`, value: id }));
  return select.options ?? [];
}

function Picture({ picture }: { picture: Omit<DiscordThumbnail, 'type'> }) {
  return <img class="picture" src={picture.media.url} alt={picture.description ?? ''} />;
}
