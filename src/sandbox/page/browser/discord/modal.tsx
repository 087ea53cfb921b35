import type { SandboxModal } from '../../../contract.ts';
import { FieldSelect } from '../parts/choice.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field, TextField } from '../parts/field.tsx';
import { Components, useSelectOptions } from './components.tsx';
import type { DiscordComponent, DiscordModalPayload, DiscordSelect, DiscordTextInput } from './payload.ts';

/** A Discord modal: fields in labels (or, as bots did before, in rows), and texts between them. */
export function DiscordModal({ modal }: { modal: SandboxModal }) {
  const payload = modal.payload as unknown as DiscordModalPayload; // the sandbox has checked it against Discord's rules
  return (
    <Dialog title={payload.title} submit="" error={modal.errors['']}>
      {payload.components.map((component) => (
        <PartOf component={component} errors={modal.errors} />
      ))}
    </Dialog>
  );
}

function PartOf({ component, errors }: { component: DiscordComponent; errors: SandboxModal['errors'] }) {
  if (component.type === 18) {
    const { label, description, component: input } = component;
    return <InputOf label={label} hint={description} input={input} error={errors[input.custom_id]} />;
  }
  const [first] = component.type === 1 ? component.components : [];
  if (first?.type === 4) {
    return <InputOf label={first.label ?? ''} hint={undefined} input={first} error={errors[first.custom_id]} />;
  }
  return <Components components={[component]} messageId="modal" />;
}

interface InputProps {
  readonly label: string;
  readonly hint: string | undefined;
  readonly input: DiscordTextInput | DiscordSelect;
  readonly error: string | undefined;
}

function InputOf({ label, hint, input, error }: InputProps) {
  const id = `discord-${input.custom_id}`;
  const shared = { id, name: input.custom_id, required: input.required !== false };
  return (
    <Field id={id} label={label} required={shared.required} hint={hint} error={error}>
      {input.type === 4 ? (
        <TextField
          {...shared}
          long={input.style === 2}
          value={input.value}
          maxLength={input.max_length}
          placeholder={input.placeholder}
          wrong={error !== undefined}
        />
      ) : (
        <ModalSelect {...shared} select={input} />
      )}
    </Field>
  );
}

function ModalSelect({ select, ...shared }: { id: string; name: string; required: boolean; select: DiscordSelect }) {
  const options = useSelectOptions(select);
  const value = select.options?.find((option) => option.default)?.value ?? select.default_values?.[0]?.id;
  return <FieldSelect {...shared} options={options} value={value} placeholder={select.placeholder} />;
}
