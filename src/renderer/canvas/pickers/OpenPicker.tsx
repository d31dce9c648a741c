import { assertNever } from '../../../network/assertNever';
import { EndPicker } from './EndPicker';
import { LayerPicker } from './LayerPicker';
import { usePicker } from './pickerStore';
import { SkipPicker } from './SkipPicker';

/** The choice that is asked for at the moment. */
export function OpenPicker() {
  const picker = usePicker((state) => state.picker);
  if (picker === null) return null;
  switch (picker.type) {
    case 'layer':
      return <LayerPicker {...picker} />;
    case 'end':
      return <EndPicker from={picker.from} />;
    case 'skip':
      return <SkipPicker from={picker.from} />;
    default:
      return assertNever(picker);
  }
}
