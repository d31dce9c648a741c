import { assertNever } from '../../../network/assertNever';
import type { Field, FieldValue } from '../../../network/layers/fields';
import { BooleanControl } from './BooleanControl';
import { ChoiceControl } from './ChoiceControl';
import type { ControlProps } from './controlProps';
import { IntegerControl } from './IntegerControl';
import { IntegersControl } from './IntegersControl';
import { NumberControl } from './NumberControl';

/** The control that a field's declaration asks for. */
export function FieldControl({ field, value, ...rest }: ControlProps<Field, FieldValue>) {
  switch (field.type) {
    case 'integer':
      return typeof value === 'number' ? <IntegerControl field={field} value={value} {...rest} /> : null;
    case 'number':
      return typeof value === 'number' ? <NumberControl field={field} value={value} {...rest} /> : null;
    case 'integers':
      return typeof value === 'object' ? <IntegersControl field={field} value={value} {...rest} /> : null;
    case 'choice':
      return typeof value === 'string' ? <ChoiceControl field={field} value={value} {...rest} /> : null;
    case 'boolean':
      return typeof value === 'boolean' ? <BooleanControl field={field} value={value} {...rest} /> : null;
    default:
      return assertNever(field);
  }
}
