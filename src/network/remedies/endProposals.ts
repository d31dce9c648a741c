import { datasetFacts } from '../datasets/datasetFacts';
import type { LayerNode } from '../graph/document';
import type { Edit } from '../graph/edits';
import { connectLayers, moveLayers } from '../graph/layerEdits';
import { canvasGrid } from '../graph/layout';
import { findLayerKind } from '../layers/registry';
import { addBehind, insertOn } from './insertOn';
import { inTurn, type Step } from './inTurn';
import { planned } from './plannedLayer';
import type { Case } from './remedy';

/** For a network that lacks an end, or anything to learn. */
export function* endProposals(of: Case): Iterable<Edit> {
  if (of.node !== undefined) return;
  yield* missingInput(of);
  yield* missingOutput(of);
  yield* nothingToLearn(of);
}

/** An Input in front of the first layer that has none. */
function* missingInput({ document, wiring }: Case): Iterable<Edit> {
  const [height = 1, width = 1, channels = 1] = datasetFacts(document.training.dataset).imageShape;
  const input = planned('input', { height, width, channels });
  const start = document.nodes.find(
    ({ id, kind }) => takesInput(kind) && wiring.incoming(id).length === 0 && wiring.outgoing(id).length > 0,
  );
  const add: Step = (changed) => addBehind(changed, input, undefined);
  if (start !== undefined) {
    const { x, y } = start.position;
    const newest = (changed: Parameters<Step>[0]) => changed.nodes.at(-1)?.id ?? '';
    yield* inTurn(document, `Add an Input before ${start.label}`, [
      add,
      (changed) => moveLayers(changed, { [newest(changed)]: { x: x - canvasGrid.column, y } }),
      (changed) => connectLayers(changed, newest(changed), start.id),
    ]);
  }
  yield* inTurn(document, 'Add an Input', [add]);
}

/** An Output behind the deepest layer that leads nowhere, with what makes classes of it where that is needed. */
function* missingOutput({ document, wiring, analysis }: Case): Iterable<Edit> {
  const depth = ({ id }: LayerNode) => analysis.nodes.get(id)?.depth ?? 0;
  const [last] = document.nodes
    .filter(({ id, kind }) => givesOutput(kind) && wiring.outgoing(id).length === 0)
    .sort((left, right) => depth(right) - depth(left));
  const { classes } = datasetFacts(document.training.dataset);
  const place = last === undefined ? '' : ` behind ${last.label}`;
  for (const [kinds, label] of [
    [['output'], `Add an Output${place}`],
    [['dense', 'output'], `Add Dense ${classes} and an Output${place}`],
    [
      ['globalAveragePool2d', 'dense', 'output'],
      `Add global pooling, Dense ${classes} and an Output${place}`,
    ],
  ] as const)
    yield* inTurn(
      document,
      label,
      kinds.map((kind, index): Step => {
        const layer = planned(kind, kind === 'dense' ? { units: classes } : {});
        return (changed) => addBehind(changed, layer, index === 0 ? last?.id : changed.nodes.at(-1)?.id);
      }),
    );
}

function* nothingToLearn({ document, wiring }: Case): Iterable<Edit> {
  const { classes } = datasetFacts(document.training.dataset);
  const dense = planned('dense', { units: classes });
  for (const { id, label, kind } of document.nodes) {
    const [edge] = wiring.incoming(id);
    if (findLayerKind(kind)?.terminal !== true || edge === undefined) continue;
    yield* inTurn(document, `Put Dense ${classes} before ${label}`, insertOn(edge, [dense]));
  }
}

function takesInput(kind: string): boolean {
  const inputs = findLayerKind(kind)?.inputs;
  return inputs === 'one' || inputs === 'many';
}

function givesOutput(kind: string): boolean {
  const definition = findLayerKind(kind);
  return definition !== undefined && definition.terminal !== true;
}
