import type { Analysis } from '../../analysis/analysis';
import type { LayerProblem } from '../../layers/defineLayer';
import { equalShapes, type Shape } from '../../layers/shape';
import type { NetworkDocument } from '../document';
import { applyEdit, type Change } from '../edits';
import { wire } from '../wiring';
import type { Conversion } from './conversion';
import { placeOfAdd } from './placeOfAdd';
import { planProjection } from './projection';
import { projectionStyle } from './projectionStyle';
import { type ResidualUnit, residualUnits, type UnitChoice } from './residualUnits';
import { drawShortcut } from './shortcutDrawing';
import type { ShortcutOption } from './shortcutOption';

export interface ResidualChoice extends UnitChoice {
  readonly option: ShortcutOption;
}

/**
 * Draws a shortcut over every so many layers of a plain network (He et al. 2015, §3.3). All layers that are there
 * keep their settings, their names and their places; units whose ends no shortcut can level stay plain.
 */
export function toResidual(
  document: NetworkDocument,
  analysis: Analysis,
  choice: ResidualChoice,
): Conversion {
  const wiring = wire(document);
  const changes: Change[] = [];
  /** The Add that stands behind a layer now. */
  const addBehind = new Map<string, string>();
  let changed = document;
  let projected = 0;
  let refusal: LayerProblem | null = null;
  for (const unit of residualUnits(document, analysis, choice)) {
    const shapeOf = (id: string) => analysis.nodes.get(id)?.outputShape;
    const main = shapeOf(unit.last);
    const start = startOf(unit, shapeOf);
    const source = shapeOf(start);
    const edge = wiring.outgoing(unit.last).find(({ to }) => to === unit.next);
    if (!source || !main || edge === undefined) continue;
    const style = projectionStyle(document, wiring, unit.last);
    // With pre-activation the next unit brings its own batch norm.
    const projection = choice.join === 'preActivation' ? { ...style, batchNorm: null } : style;
    const planned = planProjection(source, main, choice.option, projection);
    if ('problem' in planned) {
      refusal ??= planned.problem;
      continue;
    }
    const from = addBehind.get(start) ?? start;
    const position = placeOfAdd(wiring, edge);
    const drawn = drawShortcut(changed, { from, edge, layers: planned.layers, position });
    addBehind.set(unit.last, drawn.add);
    if (drawn.projection.length > 0) projected += 1;
    changed = applyEdit(changed, { label: '', changes: drawn.changes }).document;
    changes.push(...drawn.changes);
  }
  if (addBehind.size === 0) return { problem: refusal ?? nothingToConvert(choice) };
  return { edit: { label: 'Convert to residual', changes }, shortcuts: addBehind.size, projected };
}

/** Where a unit's shortcut starts: a layer, or the Add behind it. */
function startOf(
  { source, last, before }: ResidualUnit,
  shapeOf: (id: string) => Shape | null | undefined,
): string {
  const [given, main] = [before === null ? null : shapeOf(before), shapeOf(last)];
  return before !== null && given && main && equalShapes(given, main) ? before : source;
}

function nothingToConvert({ every, selection }: ResidualChoice): LayerProblem {
  const layers =
    every === 1 ? 'a convolution or Dense layer' : `${every} convolutions or Dense layers in a row`;
  return {
    message: `${selection === undefined ? 'The network has' : 'Among the selected layers are'} nowhere ${layers} that no shortcut skips yet.`,
    advice:
      'The first layer and the head are left out, and no shortcut passes pooling. Skip fewer layers at a time, or drag a shortcut by hand.',
  };
}
