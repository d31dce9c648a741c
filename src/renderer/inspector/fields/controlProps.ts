import type { Field, FieldValue } from '../../../network/layers/fields';

/** What each control of the form is given. */
export interface ControlProps<F extends Field, Value extends FieldValue> {
  /** Id of the control in the page, unique for a layer's field. */
  id: string;
  /** Name of the field in the layer's settings. */
  name: string;
  field: F;
  /** Null where the layers of a selection differ. */
  value: Value | null;
  /** A remark shown below the control. */
  note: string | null;
  onChange: (value: Value) => void;
  /** The control has lost focus: the changes so far are one entry of the history. */
  onLeave: () => void;
}

/** A number's text in its box: empty where layers differ. */
export function shownNumber(value: number | null): string {
  return value === null ? '' : String(value);
}
