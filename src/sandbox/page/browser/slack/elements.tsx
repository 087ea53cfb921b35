import { useContext } from 'preact/hooks';
import { PressSelect, usePeopleOptions } from '../parts/choice.tsx';
import { LinkButton, PressButton } from '../parts/press.tsx';
import { Scene } from '../scene.ts';
import type { SlackElement, SlackOption } from './payload.ts';

/** An interactive element of a block in a message or in the App Home. */
export function ElementOf({ element, messageId }: { element: SlackElement; messageId: string }) {
  const { say } = useContext(Scene);
  switch (element.type) {
    case 'button':
      return element.url ? (
        <LinkButton url={element.url}>{element.text.text}</LinkButton>
      ) : (
        <PressButton messageId={messageId} controlId={element.action_id ?? ''} tone={element.style ?? 'default'}>
          {element.text.text}
        </PressButton>
      );
    case 'static_select':
    case 'overflow':
    case 'radio_buttons':
    case 'external_select':
      return (
        <PressSelect
          messageId={messageId}
          controlId={element.action_id}
          label={element.placeholder?.text ?? '…'}
          options={optionsOf(element)}
          chosen={element.initial_option?.value}
        />
      );
    case 'users_select':
      return <PeopleSelect element={element} messageId={messageId} />;
    case 'image':
      return <img class="thumbnail" src={element.image_url} alt={element.alt_text} />;
    default:
      return <p class="unknown">{say('messages.unknown', { type: element.type })}</p>;
  }
}

function PeopleSelect({ element, messageId }: { element: SlackElement & { type: 'users_select' }; messageId: string }) {
  const { say } = useContext(Scene);
  return (
    <PressSelect
      messageId={messageId}
      controlId={element.action_id}
      label={element.placeholder?.text ?? say('select.choose')}
      options={usePeopleOptions()}
      chosen={element.initial_user}
    />
  );
}

/** The options of a select, its groups one after the other. */
export function optionsOf(element: {
  readonly options?: readonly SlackOption[];
  readonly option_groups?: readonly { readonly options: readonly SlackOption[] }[];
}) {
  const all = element.options ?? element.option_groups?.flatMap(({ options }) => options) ?? [];
  return all.map(({ text, value }) => ({ label: text.text, value }));
}
