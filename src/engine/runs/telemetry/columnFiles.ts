import { z } from 'zod';
import { telemetryNodeSchema, telemetryWeightSchema } from '../../../protocol/telemetryItems';
import type { TelemetryColumns } from './telemetrySamples';

export type Quantity = keyof TelemetryColumns;

/** What one value of a quantity belongs to: the step, or each node or weight at it. */
type RowOf = 'step' | 'nodes' | 'weights';

/** The file of each quantity and what its rows hold. Values take four bytes, little-endian. */
export const columnFiles: Readonly<Record<Quantity, { readonly file: string; readonly rowOf: RowOf }>> = {
  losses: { file: 'losses.f32', rowOf: 'step' },
  metrics: { file: 'metrics.f32', rowOf: 'step' },
  learningRates: { file: 'learningRates.f32', rowOf: 'step' },
  activationGradientNorms: { file: 'activationGradientNorms.f32', rowOf: 'nodes' },
  activationGradientRms: { file: 'activationGradientRms.f32', rowOf: 'nodes' },
  activationMeans: { file: 'activationMeans.f32', rowOf: 'nodes' },
  activationDeviations: { file: 'activationDeviations.f32', rowOf: 'nodes' },
  zeroShares: { file: 'zeroShares.f32', rowOf: 'nodes' },
  weightGradientNorms: { file: 'weightGradientNorms.f32', rowOf: 'weights' },
  weightNorms: { file: 'weightNorms.f32', rowOf: 'weights' },
  updateRatios: { file: 'updateRatios.f32', rowOf: 'weights' },
  // Written last: a row is there once its step is.
  steps: { file: 'steps.i32', rowOf: 'step' },
};

/** In the order in which they are written. */
export const quantities: readonly Quantity[] = [
  'losses',
  'metrics',
  'learningRates',
  'activationGradientNorms',
  'activationGradientRms',
  'activationMeans',
  'activationDeviations',
  'zeroShares',
  'weightGradientNorms',
  'weightNorms',
  'updateRatios',
  'steps',
];

/** What folders of earlier versions do not hold. */
export const statistics: readonly Quantity[] = ['activationMeans', 'activationDeviations', 'zeroShares'];

/** Whose values the rows hold, in their order. */
export interface TelemetryItems {
  readonly nodes: z.infer<typeof telemetryNodeSchema>[];
  readonly weights: z.infer<typeof telemetryWeightSchema>[];
}

/** Far above any network, low enough that a hostile file can't exhaust memory. */
const mostItems = 100_000;

export const columnsSchema = z.object({
  format: z.literal('layerwise-telemetry'),
  version: z.literal(1),
  nodes: z.array(telemetryNodeSchema).max(mostItems),
  weights: z.array(telemetryWeightSchema).max(mostItems),
  /** Whether there are files of means, deviations and shares of zeros. */
  activationStatistics: z.boolean().default(false),
  /** Where a run was taken up again: rows before `row` of steps beyond `fromStep` no longer count. */
  resumed: z.array(z.object({ row: z.int().min(0), fromStep: z.int().min(0) })).max(mostItems),
});

/** What columns.json holds. */
export type Columns = z.infer<typeof columnsSchema>;

/** Values in each row of a quantity. */
export function rowWidth(quantity: Quantity, { nodes, weights }: TelemetryItems): number {
  const { rowOf } = columnFiles[quantity];
  return rowOf === 'step' ? 1 : rowOf === 'nodes' ? nodes.length : weights.length;
}

/** Bytes that one sampled step takes in all files together. */
export function bytesPerRow(items: TelemetryItems): number {
  return quantities.reduce((sum, quantity) => sum + 4 * rowWidth(quantity, items), 0);
}

/** The quantities that a folder has files of. */
export function heldQuantities({ activationStatistics }: Columns): readonly Quantity[] {
  return quantities.filter((quantity) => activationStatistics || !statistics.includes(quantity));
}

/** Rows that are whole in every file, given the files' sizes in bytes. */
export function wholeRows(items: Columns, sizeOf: (file: string) => number): number {
  const rows = heldQuantities(items).flatMap((quantity) => {
    const width = rowWidth(quantity, items);
    return width === 0 ? [] : [Math.floor(sizeOf(columnFiles[quantity].file) / (4 * width))];
  });
  return Math.min(...rows);
}
