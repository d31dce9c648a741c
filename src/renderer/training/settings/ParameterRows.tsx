import type { Optimizer, Schedule } from '../../../network/graph/trainingSettings';
import { NumberSettingRow } from './NumberSettingRow';
import type { SettingField } from './settingFields';

interface ParameterRowsProps {
  /** An optimizer or a schedule: its type, and its parameters by name. */
  choice: Optimizer | Schedule;
  fields: Readonly<Record<string, SettingField>>;
  /** Takes the changed choice over, or says why it can't be. */
  onChange: (choice: object, field: SettingField) => string | null;
}

/** The parameters of what was chosen in the row above. */
export function ParameterRows({ choice, fields, onChange }: ParameterRowsProps) {
  return Object.entries(choice).map(([name, value]) => {
    const field = fields[name];
    if (field === undefined || typeof value !== 'number') return null;
    return (
      <NumberSettingRow
        key={`${choice.type} ${name}`}
        nested
        field={field}
        value={value}
        onChange={(next) => onChange({ ...choice, [name]: next }, field)}
      />
    );
  });
}
