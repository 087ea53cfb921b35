import { useContext } from 'preact/hooks';
import type { SandboxModal } from '../../../contract.ts';
import { FieldSelect, usePeopleOptions } from '../parts/choice.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { Scene } from '../scene.ts';
import { Blocks } from './blocks.tsx';
import { optionsOf } from './elements.tsx';
import type { SlackBlock, SlackElement, SlackView } from './payload.ts';

/** A Slack modal: its inputs are fields, its other blocks look as they do in a message. */
export function SlackModal({ modal }: { modal: SandboxModal }) {
  const view = modal.payload as unknown as SlackView; // the sandbox has checked it against Slack's rules
  const inputs = view.blocks.some(({ type }) => type === 'input');
  return (
    <Dialog
      title={view.title?.text ?? ''}
      submit={inputs ? (view.submit?.text ?? '') : undefined}
      cancel={view.close?.text}
      error={modal.errors['']}
    >
      {view.blocks.map((block) =>
        block.type === 'input' ? (
          <Input block={block} error={modal.errors[block.block_id ?? '']} />
        ) : (
          <Blocks blocks={[block]} messageId="modal" />
        ),
      )}
    </Dialog>
  );
}

function Input({ block, error }: { block: SlackBlock & { type: 'input' }; error: string | undefined }) {
  const name = block.block_id ?? '';
  const id = `slack-${name}`;
  const required = block.optional !== true;
  return (
    <Field id={id} label={block.label.text} required={required} hint={block.hint?.text} error={error}>
      <ControlOf id={id} name={name} required={required} element={block.element} wrong={error !== undefined} />
    </Field>
  );
}

interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly element: SlackElement;
  readonly wrong: boolean;
}

function ControlOf({ id, name, required, element, wrong }: ControlProps) {
  const { say } = useContext(Scene);
  const people = usePeopleOptions();
  const shared = { id, name, required };
  switch (element.type) {
    case 'plain_text_input':
    case 'url_text_input':
    case 'email_text_input':
    case 'number_input':
      return (
        <TextField
          {...shared}
          long={element.multiline === true}
          value={element.initial_value}
          maxLength={element.max_length}
          placeholder={element.placeholder?.text}
          wrong={wrong}
        />
      );
    case 'static_select':
    case 'radio_buttons':
      return (
        <FieldSelect
          {...shared}
          options={optionsOf(element)}
          value={element.initial_option?.value}
          placeholder={element.placeholder?.text}
        />
      );
    case 'users_select':
      return (
        <FieldSelect
          {...shared}
          options={people}
          value={element.initial_user}
          placeholder={element.placeholder?.text}
        />
      );
    case 'external_select':
      return <TextField {...shared} long={false} value={element.initial_option?.value} wrong={wrong} />;
    default:
      return <p class="unknown">{say('messages.unknown', { type: element.type })}</p>;
  }
}
