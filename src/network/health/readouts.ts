import type { Analysis } from '../analysis/analysis';
import type { LayerEdge, NetworkDocument } from '../graph/document';
import { mainOutput } from '../graph/mainOutput';
import { upstream, type Wiring } from '../graph/wiring';
import { hasKernel } from './hasKernel';

const averaging: readonly string[] = ['globalAveragePool2d', 'averagePool2d', 'adaptiveAveragePool2d'];

/**
 * Layers with kernels between an average over the whole image and the output: the fc that ends most convolutional
 * networks. The average spreads the gradient over all places, which takes a factor of 8 of its norm over 8×8 of them in
 * every such network, however deep and however healthy, so layers in front are not compared with layers behind. Empty
 * where there is no such average, or where no fewer layers stand behind it than in front of it.
 */
export function readoutsOf(
  { nodes }: NetworkDocument,
  analysis: Analysis,
  wiring: Wiring,
): ReadonlySet<string> {
  const end = wayTo(wiring, mainOutput(nodes)?.id);
  const place = end.findIndex((id) => averages(analysis, wiring, id));
  const average = end[place];
  if (average === undefined) return new Set();
  const withKernel = (id: string) => hasKernel(analysis, id);
  const behind = end.slice(0, place).filter(withKernel);
  const front = [...upstream(wiring, [average])].filter(withKernel);
  return new Set(behind.length < front.length ? behind : []);
}

/** The layers in a row that end in this one, the last first, as far back as each has one input. */
function wayTo(wiring: Wiring, last: string | undefined): readonly string[] {
  const way = new Set<string>();
  for (let id = last; id !== undefined && !way.has(id); ) {
    way.add(id);
    const edges: readonly LayerEdge[] = wiring.incoming(id);
    id = edges.length === 1 ? edges[0]?.from : undefined;
  }
  return [...way];
}

/** Whether a layer makes one place of many. */
function averages(analysis: Analysis, wiring: Wiring, id: string): boolean {
  if (!averaging.includes(wiring.nodes.get(id)?.kind ?? '')) return false;
  const { inputShapes = [], outputShape } = analysis.nodes.get(id) ?? {};
  const [before] = inputShapes;
  const places = (shape: readonly number[]) =>
    shape.slice(0, -1).reduce((product, side) => product * side, 1);
  return before != null && outputShape != null && places(outputShape) === 1 && places(before) > 1;
}
