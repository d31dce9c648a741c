import { evaluatedLayers, trainedLayers } from '../../../src/engine/execution/trainedLayers';
import type { ImportedNetwork } from '../../../src/engine/importing/importedNetwork';
import { analyse } from '../../../src/network/analysis/analyse';
import type { LayerNode, NetworkDocument } from '../../../src/network/graph/document';
import type { WeightValues } from './livelyWeights';

/** Settings that say how a network is first drawn and trained, which files of answering models don't hold. */
const ofTraining: ReadonlySet<string> = new Set([
  ...['initialiser', 'constantValue', 'biasValue', 'initialSlope'],
]);

/**
 * What differs between a network and what came back of it: layers, settings, connections and the values of weights, in
 * lines; none where it is the same. Heads that don't answer, and how they are scored, are in no such file.
 */
export function networkDifferences(
  document: NetworkDocument,
  weights: WeightValues,
  found: ImportedNetwork,
): readonly string[] {
  const before = linesOf(document, weights);
  const after = linesOf(found.document, found.weights);
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
  ];
}

function linesOf(document: NetworkDocument, weights: WeightValues): readonly string[] {
  const analysis = analyse(document);
  const nodes = evaluatedLayers(trainedLayers(document, analysis))
    .map(({ node }) => node)
    .filter(({ kind }) => kind !== 'output');
  const ids = new Set(nodes.map(({ id }) => id));
  const wires = document.edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
  return [
    ...nodes.map((node) => settingsLine(node, document)),
    ...wires.map(({ from, to }) => `${from} to ${to}, ${placeOf(document, from, to)}`),
    ...[...weights]
      .filter(([name]) => ids.has(name.slice(0, name.lastIndexOf('/'))))
      .map(
        ([name, values]) =>
          `${name} ${Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64')}`,
      ),
  ];
}

/** Inputs are numbered without gaps in what comes back. */
function placeOf({ edges }: NetworkDocument, from: string, to: string): number {
  const own = edges.filter((edge) => edge.to === to).toSorted((one, other) => one.input - other.input);
  return own.findIndex((edge) => edge.from === from);
}

function settingsLine({ id, kind, config, frozen = false }: LayerNode, document: NetworkDocument): string {
  const { inputShapes = [], outputShape = [] } = analyse(document).nodes.get(id) ?? {};
  // Over the example and over the channels are the same of a vector; an open extent of Reshape is settled.
  const settled: Readonly<Record<string, unknown>> = {
    ...config,
    ...(kind === 'layerNorm' && inputShapes[0]?.length === 1 && { axes: 'channels' }),
    ...(kind === 'reshape' && { targetShape: outputShape }),
  };
  const shown = Object.entries(settled).filter(
    ([name]) => !ofTraining.has(name) && (name !== 'explicitPadding' || config['padding'] === 'explicit'),
  );
  return `${id}: ${kind} ${JSON.stringify(Object.fromEntries(shown))}${frozen ? ' frozen' : ''}`;
}
