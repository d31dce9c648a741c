import { EndPicker } from './EndPicker';
import { LayerPicker } from './LayerPicker';
import { usePicker } from './pickerStore';

/** The choice that is asked for at the moment. */
export function OpenPicker() {
  const picker = usePicker((state) => state.picker);
  if (picker === null) return null;
  return picker.type === 'layer' ? <LayerPicker {...picker} /> : <EndPicker from={picker.from} />;
}
