import { useContext, useState } from 'preact/hooks';
import { Scene } from '../scene.ts';

/** One thing to choose. */
export interface Option {
  readonly label: string;
  readonly value: string;
}

interface PressSelectProps {
  readonly messageId: string;
  readonly controlId: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** A select of the bot's in a message: choosing is pressing. Afterwards it offers the same again. */
export function PressSelect({ messageId, controlId, label, options, chosen = '', disabled = false }: PressSelectProps) {
  const { hands, attempt } = useContext(Scene);
  const [value, setValue] = useState(chosen);
  const choose = async (next: string) => {
    setValue(next);
    await attempt(() => hands.press(messageId, controlId, [next]));
    setValue(chosen);
  };
  return (
    <select
      class="control select"
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="" disabled hidden>
        {label}
      </option>
      <Options options={options} />
    </select>
  );
}

/** The options of a select that offers everybody. */
export function usePeopleOptions(): readonly Option[] {
  return useContext(Scene).people.map(({ id, name }) => ({ label: name, value: id }));
}

function Options({ options }: { options: readonly Option[] }) {
  return (
    <>
      {options.map(({ label, value }) => (
        <option value={value}>{label}</option>
      ))}
    </>
  );
}

interface FieldSelectProps {
  readonly id: string;
  readonly name: string;
  readonly options: readonly Option[];
  readonly value?: string | undefined;
  readonly required: boolean;
  readonly placeholder?: string | undefined;
}

/** A select of a form. One that is not required can be left or put back to nothing. */
export function FieldSelect({ id, name, options, value = '', required, placeholder }: FieldSelectProps) {
  const { say } = useContext(Scene);
  return (
    <select id={id} name={name} required={required} aria-describedby={`${id}-more`}>
      <option value="" selected={value === ''}>
        {placeholder || say('select.choose')}
      </option>
      {options.map((option) => (
        <option value={option.value} selected={option.value === value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
