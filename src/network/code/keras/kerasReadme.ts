import { formatShape } from '../../layers/shape';
import { datasetPlace } from '../project/datasetPlace';
import { kerasDifferences } from './kerasDifferences';
import type { KerasNetwork } from './kerasNodes';

/** README.md of an exported Keras project: how to use it, and what comes out otherwise than in Layerwise. */
export function kerasReadme({ document, nodes, outputs }: KerasNetwork): string {
  const { name, training } = document;
  const input = nodes.find(({ node }) => node.kind === 'input');
  const heads =
    outputs.length > 1
      ? ` It has ${outputs.length} outputs, the main one first;
\`LOSS_WEIGHTS\` says what each counts.`
      : '';
  return `# ${name}

Drawn in Layerwise. \`model.py\` is the network in Keras 3; \`train.py\` trains it on TensorFlow as the project says:
optimizer, schedule, batches of ${training.batchSize}, augmentation and seed. Batches hold the same images, seen the same way, as in
Layerwise.

\`\`\`sh
pip install -r requirements.txt
python train.py --data DATA --out run
python train.py --data DATA --out run --resume   # go on from the last checkpoint
\`\`\`

\`DATA\`: ${datasetPlace(training.dataset)}

\`run\` is a run folder of Layerwise's: open it in the window, also while it grows, and see the gradient of every layer.
\`weights.safetensors\` are the weights that training starts from; without the file it draws its own. Training uses one
GPU where TensorFlow finds one. \`--tensorboard\`, \`--wandb PROJECT\` and \`--mlflow EXPERIMENT\` log to trackers too.

The model alone takes images of ${formatShape(input?.output ?? [])}, channels last, scaled as in training.${heads}

\`\`\`python
from model import LOSSES, LOSS_WEIGHTS, build_model, load_weights

model = build_model()
load_weights(model, "weights.safetensors")
model.compile("sgd", loss=LOSSES, loss_weights=LOSS_WEIGHTS)
model.summary()
\`\`\`
${kerasDifferences(nodes)}`;
}
