import type { Analysis } from '../../analysis/analysis';
import type { NetworkDocument } from '../../graph/document';
import { layerKind } from '../../layers/registry';
import { formatShape } from '../../layers/shape';
import { readKerasNetwork } from './kerasNodes';

/** How to use the exported module, and what comes out otherwise than in Layerwise. */
export function kerasReadme(document: NetworkDocument, analysis: Analysis): string {
  const { nodes, outputs } = readKerasNetwork(document, analysis);
  const input = nodes.find(({ node }) => node.kind === 'input');
  const { optimizer, learningRate, batchSize, epochs } = document.training;
  const differences = new Map(
    nodes.flatMap(({ node, layer }) =>
      layer.differs === undefined ? [] : [[layerKind(node.kind).label, layer.differs] as const],
    ),
  );
  const heads =
    outputs.length > 1
      ? `\nThe model has ${outputs.length} outputs, the main one first; \`LOSS_WEIGHTS\` says what each counts.\n`
      : '';
  const list = [...differences].map(([label, sentence]) => `- ${label}: ${sentence}`).join('\n');
  return `# ${document.name}

\`model.py\` builds the network in Keras 3 (\`pip install keras tensorflow safetensors\`). It takes images of
${formatShape(input?.output ?? [])}, channels last, scaled as in training.
${heads}
\`\`\`python
from model import LOSSES, LOSS_WEIGHTS, build_model, load_weights

model = build_model()
load_weights(model, "weights.safetensors")
model.compile("sgd", loss=LOSSES, loss_weights=LOSS_WEIGHTS)
model.summary()
\`\`\`

Trained in Layerwise with ${optimizer}, learning rate ${learningRate}, batches of ${batchSize}, ${epochs} epochs.
${list === '' ? '' : `\nOther than in Layerwise:\n\n${list}\n`}`;
}
