/** A plain network of two stages for 32×32 colour images, as text to be pasted: conv2_1 → bn2_1 → relu2_1 → conv2_2 … */
export function plainNetworkText(): string {
  const convolution = (name: string, filters: number, stride = 1) => [
    { id: `conv${name}`, kind: 'conv2d', config: { filters, strides: [stride, stride], useBias: false } },
    { id: `bn${name}`, kind: 'batchNorm', config: {} },
    { id: `relu${name}`, kind: 'relu', config: {} },
  ];
  const rows = [
    [{ id: 'input', kind: 'input', config: { height: 32, width: 32, channels: 3 } }, ...convolution('1', 16)],
    [...convolution('2_1', 16), ...convolution('2_2', 16)],
    [...convolution('3_1', 32, 2), ...convolution('3_2', 32)],
    [...convolution('4_1', 32), ...convolution('4_2', 32)],
    [
      { id: 'pool', kind: 'globalAveragePool2d', config: {} },
      { id: 'fc', kind: 'dense', config: {} },
      { id: 'output', kind: 'output', config: {} },
    ],
  ];
  const nodes = rows.flatMap((row, line) =>
    row.map((layer, place) => ({
      ...layer,
      label: layer.id,
      position: { x: 40 + 160 * place, y: 60 + 150 * line },
    })),
  );
  const edges = nodes.slice(1).map(({ id }, index) => ({ from: nodes[index]?.id, to: id, input: 0 }));
  return JSON.stringify({ format: 'layerwise-layers', version: 1, nodes, edges });
}
