import { useMemo } from 'react';
import type { Quantity } from '../../quantities/quantity';
import { valueAt } from '../../quantities/quantityScale';
import type { TelemetryLog } from '../../training/telemetryLog';
import type { MeasuredLayer } from './gradientProfile';
import { trailSamples } from './profileTrail';

/** Earlier steps of a profile, from the first on. */
export interface Trail {
  readonly samples: readonly number[];
  /** On the quantity's scale, for each sample by layer. */
  readonly values: readonly (readonly number[])[];
}

const none: Trail = { samples: [], values: [] };

/** The trail that leads to the shown sample; the same until it has another step, so that it is not drawn anew. */
export function useTrail(
  log: TelemetryLog | undefined,
  layers: readonly MeasuredLayer[],
  quantity: Quantity,
  shown: number,
): Trail {
  // As one text, which is equal where its numbers are.
  const places = trailSamples(shown).join(' ');
  const every = log?.every ?? 1;
  return useMemo(
    () => (log === undefined || places === '' ? none : readTrail(log, layers, quantity, places, every)),
    [log, layers, quantity, places, every],
  );
}

/** A log that is thinned out has other steps at its samples: `every` says when they are to be read anew. */
function readTrail(
  log: TelemetryLog,
  layers: readonly MeasuredLayer[],
  quantity: Quantity,
  places: string,
  _every: number,
): Trail {
  const samples = places.split(' ').map(Number);
  const values = samples.map((sample) =>
    layers.map(({ index }) => valueAt(quantity, { log }, sample, index)),
  );
  return { samples, values };
}
