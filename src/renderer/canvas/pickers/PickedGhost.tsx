import { layerKind } from '../../../network/layers/registry';
import { GhostCard } from '../GhostCard';
import { usePicker } from './pickerStore';

/** Where the layer that the list points at would come to stand. */
export function PickedGhost() {
  const picker = usePicker((state) => state.picker);
  const kind = usePicker((state) => state.aimedKind);
  if (picker?.type !== 'layer' || picker.position === null || kind === null) return null;
  return (
    <GhostCard
      kind={kind}
      label={layerKind(kind).label}
      position={picker.position}
      edge={null}
      behind={null}
    />
  );
}
