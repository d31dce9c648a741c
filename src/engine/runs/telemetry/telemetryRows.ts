import { type Quantity, quantities } from './columnFiles';
import { joinSamples, type TelemetryColumns } from './telemetrySamples';

/** No rows. */
export function emptyColumns(): TelemetryColumns {
  return joinSamples([]);
}

/** The rows of all, one after another. */
export function joinColumns(parts: readonly TelemetryColumns[]): TelemetryColumns {
  const filled = parts.filter(({ steps }) => steps.length > 0);
  const [only] = filled;
  if (only !== undefined && filled.length === 1) return only;
  return mapColumns(
    (quantity, values) => {
      let at = 0;
      for (const part of filled) {
        values.set(part[quantity], at);
        at += part[quantity].length;
      }
    },
    (quantity) => filled.reduce((sum, part) => sum + part[quantity].length, 0),
  );
}

/** The rows of these numbers. */
export function takeRows(columns: TelemetryColumns, rows: readonly number[]): TelemetryColumns {
  const count = columns.steps.length;
  if (rows.length === count) return columns;
  const width = (quantity: Quantity) => (count === 0 ? 0 : columns[quantity].length / count);
  return mapColumns(
    (quantity, values) => {
      const size = width(quantity);
      for (const [at, row] of rows.entries())
        values.set(columns[quantity].subarray(row * size, (row + 1) * size), at * size);
    },
    (quantity) => rows.length * width(quantity),
  );
}

/** Columns of the lengths given, each filled in turn. */
export function mapColumns(
  fill: (quantity: Quantity, values: Int32Array | Float32Array) => void,
  lengthOf: (quantity: Quantity) => number,
): TelemetryColumns {
  const floats = (quantity: Quantity) => new Float32Array(lengthOf(quantity));
  const columns = {
    steps: new Int32Array(lengthOf('steps')),
    losses: floats('losses'),
    metrics: floats('metrics'),
    learningRates: floats('learningRates'),
    activationGradientNorms: floats('activationGradientNorms'),
    activationGradientRms: floats('activationGradientRms'),
    activationMeans: floats('activationMeans'),
    activationDeviations: floats('activationDeviations'),
    zeroShares: floats('zeroShares'),
    weightGradientNorms: floats('weightGradientNorms'),
    weightNorms: floats('weightNorms'),
    updateRatios: floats('updateRatios'),
  };
  for (const quantity of quantities) fill(quantity, columns[quantity]);
  return columns;
}
