import { useDeferredValue, useMemo } from 'react';
import type { Analysis } from '../../network/analysis/analysis';
import { type MemoryForecast, memoryModel } from '../../network/forecast/memoryForecast';
import { type MemoryShortage, memoryShortage } from '../../network/forecast/memoryShortage';
import { runSeconds } from '../../network/forecast/timeForecast';
import type { NetworkDocument } from '../../network/graph/document';
import type { Capacity } from '../../protocol/capacity';
import type { Device } from '../../protocol/engineMessages';
import { useAnalysis, useDocument } from '../editor/editorStore';
import { deviceOf, useEngine } from '../engine/engineStore';
import { rememberingLast } from './rememberingLast';

/** What the next run will take on the engine's device. */
export interface Forecast {
  readonly memory: MemoryForecast;
  readonly capacity: Capacity;
  /** Null while the speed of the device is not known. */
  readonly seconds: number | null;
  /** Null where it is expected to fit. */
  readonly shortage: MemoryShortage | null;
}

/** Made once for all that show it: of ResNet-152 it takes as long as some of the window's frames. */
const forecastOnce = rememberingLast(forecast);

/** Null where the network does not train, or the device is not known yet. Follows edits when the page has time for it. */
export function useForecast(): Forecast | null {
  const [document, analysis] = [useDocument(), useAnalysis()];
  const shown = useDeferredValue(useMemo(() => ({ document, analysis }), [document, analysis]));
  const device = useEngine((state) => deviceOf(state.engine));
  const capacity = useEngine((state) => state.capacity);
  return useMemo(
    () =>
      device === null || capacity === null
        ? null
        : forecastOnce(shown.document, shown.analysis, device, capacity),
    [shown, device, capacity],
  );
}

function forecast(
  document: NetworkDocument,
  analysis: Analysis,
  device: Device,
  capacity: Capacity,
): Forecast | null {
  if (!analysis.trains) return null;
  const model = memoryModel(document, analysis, device.backend);
  return {
    memory: model.at(document.training.batchSize),
    capacity,
    seconds: capacity.probeSeconds === null ? null : runSeconds(document, analysis, capacity.probeSeconds),
    shortage: memoryShortage(document, model, capacity),
  };
}
