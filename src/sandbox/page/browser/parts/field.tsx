import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { Scene } from '../scene.ts';
import { sayFieldError } from './form-errors.ts';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
}

/** A field of a form with its label, its hint and what was wrong with it, tied together for screen readers. */
export function Field({ id, label, required, hint, error, children }: FieldProps) {
  const { say } = useContext(Scene);
  const wrong = sayFieldError(error, say);
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <label for={id}>
        {label} {required ? null : <span class="optional">{say('form.optional')}</span>}
      </label>
      {children}
      <p id={`${id}-more`} class="more">
        {wrong ? (
          <strong class="error" role="alert">
            {wrong}
          </strong>
        ) : null}
        {hint ? <span class="hint">{hint}</span> : null}
      </p>
    </div>
  );
}

interface TextFieldProps {
  readonly id: string;
  readonly name: string;
  readonly long: boolean;
  readonly required: boolean;
  readonly value?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly placeholder?: string | undefined;
  readonly wrong: boolean;
}

/** One line or several. */
export function TextField({ id, name, long, required, value = '', maxLength, placeholder, wrong }: TextFieldProps) {
  const shared = {
    id,
    name,
    required,
    placeholder,
    maxLength,
    'aria-describedby': `${id}-more`,
    'aria-invalid': wrong,
  };
  return long ? (
    <textarea {...shared} rows={4} defaultValue={value} />
  ) : (
    <input {...shared} type="text" autocomplete="off" defaultValue={value} />
  );
}
