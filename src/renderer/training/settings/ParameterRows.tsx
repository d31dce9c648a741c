import type { Optimizer, Schedule } from '../../../network/graph/trainingSettings';
import { NumberSettingRow } from './NumberSettingRow';
import type { SettingField } from './settingFields';

interface ParameterRowsProps {
  /** An optimizer or a schedule: its type, and its parameters by name. */
  choice: Optimizer | Schedule;
  fields: Readonly<Record<string, SettingField>>;
  /** Says why the changed choice can't be taken over; null where it can. */
  check: (choice: object, field: SettingField) => string | null;
  onChange: (choice: object, field: SettingField) => void;
}

/** The parameters of what was chosen in the row above. */
export function ParameterRows({ choice, fields, check, onChange }: ParameterRowsProps) {
  return Object.entries(choice).map(([name, value]) => {
    const field = fields[name];
    if (field === undefined || typeof value !== 'number') return null;
    return (
      <NumberSettingRow
        key={`${choice.type} ${name}`}
        nested
        field={field}
        value={value}
        check={(next) => check({ ...choice, [name]: next }, field)}
        onChange={(next) => onChange({ ...choice, [name]: next }, field)}
      />
    );
  });
}
