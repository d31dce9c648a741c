import type { NetworkDocument } from '../../graph/document';
import { datasetPlace } from '../project/datasetPlace';

/** README.md of an exported PyTorch project. */
export function pytorchReadme({ name, training }: NetworkDocument): string {
  return `# ${name}

Drawn in Layerwise. \`model.py\` is the network; \`train.py\` trains it as the project says: optimizer, schedule, batches
of ${training.batchSize}, augmentation and seed. Batches hold the same images, seen the same way, as in Layerwise.

\`\`\`sh
pip install -r requirements.txt
python train.py --data DATA --out run                        # one process
torchrun --nproc-per-node 2 train.py --data DATA --out run   # two, one GPU each where there are GPUs
python train.py --data DATA --out run --resume               # go on from the last checkpoint
\`\`\`

\`DATA\`: ${datasetPlace(training.dataset)}

\`run\` is a run folder of Layerwise's: open it in the window, also while it grows, and see the gradient of every layer.
\`weights.safetensors\` are the weights that training starts from; without the file it draws its own.

Each process takes its share of every batch of ${training.batchSize}, so that many processes train as one does. Batch norm
takes its statistics from each process's share; \`--sync-batch-norm\` (GPUs) takes them from all. Dropout draws other
values than Layerwise.

\`slurm.sbatch\` and \`kubernetes.yaml\` are examples for clusters. \`--tensorboard\`, \`--wandb PROJECT\` and
\`--mlflow EXPERIMENT\` log to trackers too.

The model alone:

\`\`\`python
from model import build_model, load_layerwise_weights

model = build_model()
load_layerwise_weights(model, "weights.safetensors")
model.eval()
\`\`\`
`;
}
