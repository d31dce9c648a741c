import { version } from '../../../package.json';
import { encodeSafetensors, type NamedTensor } from '../runs/safetensors';
import type { ExportForm, ExportSource } from './exportForm';

/** Weights alone, under the names that checkpoints have them by, and how to read them. */
export const safetensorsForm: ExportForm = {
  id: 'safetensors',
  summary: 'weights alone',
  weightsAlone: true,
  files: async (source) =>
    new Map<string, string | Uint8Array>([
      ['weights.safetensors', weightsFile(source)],
      ['README.md', readme(source)],
    ]),
};

/** `node/name`, each in the layer's own order of axes: kernels height × width × channels × filters. */
export function weightsFile({ document, analysis, weights }: ExportSource): Uint8Array {
  const tensors = new Map<string, NamedTensor>();
  for (const [node, { weights: declared }] of analysis.nodes)
    for (const { name, shape } of declared) {
      const values = weights.get(`${node}/${name}`);
      if (values !== undefined) tensors.set(`${node}/${name}`, { shape, values });
    }
  return encodeSafetensors(tensors, {
    format: 'layerwise-weights',
    network: document.name,
    layerwise: version,
  });
}

function readme({ document, weightsText }: ExportSource): string {
  return `# ${document.name}

\`weights.safetensors\` holds the weights alone, as \`layer/weight\`, each in the layer's own order of axes: kernels
height × width × channels × filters. Weights: ${weightsText}. To ask a network with them, export it as a model too
(\`--to onnx\`, \`keras-file\`, \`savedmodel\`, \`tfjs\`).

Python (\`pip install safetensors numpy\`):

\`\`\`python
from safetensors.numpy import load_file

for name, values in load_file("weights.safetensors").items():
    print(name, values.shape)
\`\`\`

Node, which needs no package for it: the length of a head, the head in JSON, and floats behind it.

\`\`\`mjs
import { readFileSync } from 'node:fs';

const file = readFileSync('weights.safetensors');
const start = 8 + Number(file.readBigUInt64LE(0));
const { __metadata__, ...head } = JSON.parse(file.toString('utf8', 8, start));
for (const [name, { shape, data_offsets: [from, to] }] of Object.entries(head)) {
  const values = new Float32Array(new Uint8Array(file.subarray(start + from, start + to)).buffer);
  console.log(name, shape, values.length);
}
\`\`\`
`;
}
