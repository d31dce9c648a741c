import { defineLayer, only } from '../defineLayer';
import { missingInput } from '../inputProblems';
import { kerasOnly } from '../kerasLayer';
import { channelsLast, hasOrder, pytorchModule } from '../pytorchLayer';
import { elementCount } from '../shape';

/** Joins all axes, row-major: H×W×C to H·W·C. A vector stays as it is. */
export const flatten = defineLayer({
  kind: 'flatten',
  label: 'Flatten',
  category: 'shape',
  rank: 0,
  glyph: 'flatten',
  stem: 'flatten',
  summary: 'Lays the image out as one long row of values, which is what Dense layers take.',
  inputs: 'one',
  transparent: true,
  fields: {},

  title: () => 'Flatten',
  outputShape([input]) {
    return input === undefined ? missingInput('Flatten') : { shape: [elementCount(input)] };
  },
  weights: () => [],
  macs: () => 0,
  forward: (ops, inputs) => ops.flatten(only(inputs)),
  pytorch: ({ inputs, channelsFirst }) => ({
    module: pytorchModule('nn.Flatten'),
    ...(channelsFirst === null && hasOrder(only(inputs)) && { before: channelsLast }),
    order: 'kept',
  }),
  keras: () => kerasOnly('Flatten'),
});
