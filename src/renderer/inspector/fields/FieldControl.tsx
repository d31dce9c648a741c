import { assertNever } from '../../../network/assertNever';
import type { Field, FieldValue } from '../../../network/layers/fields';
import { BooleanControl } from './BooleanControl';
import { ChoiceControl } from './ChoiceControl';
import type { ControlProps } from './controlProps';
import { IntegerControl } from './IntegerControl';
import { IntegersControl } from './IntegersControl';
import { NumberControl } from './NumberControl';

/** The control that a field's declaration asks for; it shows no value where the layers of a selection differ. */
export function FieldControl({ field, value, ...rest }: ControlProps<Field, FieldValue>) {
  switch (field.type) {
    case 'integer':
      return <IntegerControl field={field} value={typeof value === 'number' ? value : null} {...rest} />;
    case 'number':
      return <NumberControl field={field} value={typeof value === 'number' ? value : null} {...rest} />;
    case 'integers':
      return <IntegersControl field={field} value={typeof value === 'object' ? value : null} {...rest} />;
    case 'choice':
      return <ChoiceControl field={field} value={typeof value === 'string' ? value : null} {...rest} />;
    case 'boolean':
      return <BooleanControl field={field} value={typeof value === 'boolean' ? value : null} {...rest} />;
    default:
      return assertNever(field);
  }
}
