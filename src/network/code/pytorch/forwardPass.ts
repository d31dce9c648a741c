import { type CodeLine, layerLines, plainLines } from '../codeLines';
import { widest } from '../pythonText';
import { resultVariables } from '../resultVariables';
import type { PytorchNetwork, PytorchNode } from './pytorchNodes';

/**
 * The method `forward`. A value that the next line alone takes is `x`; one that is taken later, or twice, has its layer's
 * name.
 */
export function forwardLines({ nodes, outputs }: PytorchNetwork): readonly CodeLine[] {
  const variables = resultVariables(
    nodes.map(({ node, name, layer, inputs }) => ({
      id: node.id,
      name,
      inputs,
      passesOn: layer.module === null,
    })),
  );
  const variableOf = (id = '') => variables.get(id) ?? 'x';
  const [input] = nodes;
  const body = nodes.flatMap((node) => {
    const { layer, name, inputs } = node;
    if (layer.module === null) return [];
    const values = inputs.map(variableOf).map((value) => layer.before?.(value) ?? value);
    const lines = callLines({
      before: `        ${variableOf(node.node.id)} = self.${name}`,
      values,
      after: layer.after ?? '',
      room: widest - shapeText(node).length - '  # '.length,
    });
    return layerLines(node.node.id, lines, shapeText(node));
  });
  const results = outputs.map(({ node }) => variableOf(node.id));
  const [main] = outputs;
  const auxiliary = outputs.length > 1;
  return [
    ...plainLines(`
    def forward(self, ${variableOf(input?.node.id)}):`),
    ...body,
    ...(auxiliary
      ? plainLines(`        if not self.training:
            return ${results[0]}`)
      : []),
    { text: `        return ${results.join(', ')}`, node: main?.node.id ?? null },
  ];
}

interface Call {
  /** All up to the opening bracket. */
  readonly before: string;
  readonly values: readonly string[];
  readonly after: string;
  /** Columns that there are for it on one line. */
  readonly room: number;
}

/** A call, its arguments on lines of their own where it is too long, as Black breaks it. */
function callLines({ before, values, after, room }: Call): readonly string[] {
  const line = `${before}(${values.join(', ')})${after}`;
  if (line.length <= room) return [line];
  const inner = `            ${values.join(', ')}`;
  const lines = inner.length <= widest ? [inner] : values.map((value) => `            ${value},`);
  return [`${before}(`, ...lines, `        )${after}`];
}

/** `6×28×28` of an image of 28×28×6: channels first, as the value is in PyTorch. */
export function shapeText({ output }: PytorchNode): string {
  const [height, width, channels] = output;
  return output.length === 3 ? `${channels}×${height}×${width}` : output.join('×');
}
