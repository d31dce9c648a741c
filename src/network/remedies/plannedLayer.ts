import type { PlannedLayer } from '../graph/shortcuts/projection';
import { defaultConfig } from '../layers/config';
import type { LayerConfig } from '../layers/fields';
import { layerKind } from '../layers/registry';

/** A layer of this kind, with settings that differ from the defaults. */
export function planned(kind: string, config: LayerConfig = {}): PlannedLayer {
  return { kind, config: { ...defaultConfig(layerKind(kind)), ...config } };
}
