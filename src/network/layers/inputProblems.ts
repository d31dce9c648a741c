import type { LayerProblem, ShapeResult } from './defineLayer';
import { formatShape, type Shape } from './shape';

type Refusal = { readonly problem: LayerProblem };

/** What a layer that works on images says to any other input (or to none). */
export function needsImage(layer: string, input: Shape | undefined, advice: string): Refusal {
  if (input === undefined) return missingInput(layer);
  const message = `${layer} needs an image (height×width×channels); got ${describeInput(input)}.`;
  return { problem: { message, advice } };
}

/** What a layer that works on feature vectors says to any other input (or to none). */
export function needsVector(layer: string, input: Shape | undefined, advice: string): Refusal {
  if (input === undefined) return missingInput(layer);
  const message = `${layer} needs a feature vector; got ${describeInput(input)}.`;
  return { problem: { message, advice } };
}

/** The output shape of a layer that treats each value (or each channel) by itself: the input's own. */
export function keepsShape(layer: string, inputs: readonly Shape[]): ShapeResult {
  const [input] = inputs;
  return input === undefined ? missingInput(layer) : { shape: input };
}

export function missingInput(layer: string): Refusal {
  return {
    problem: { message: `${layer} has no input.`, advice: 'Connect the output of another layer to it.' },
  };
}

function describeInput(shape: Shape): string {
  return shape.length === 1 ? `a vector of ${formatShape(shape)}` : formatShape(shape);
}
