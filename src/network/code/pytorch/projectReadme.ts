import { assertNever } from '../../assertNever';
import { datasetFacts } from '../../datasets/datasetFacts';
import type { DatasetReference } from '../../datasets/datasetReference';
import type { NetworkDocument } from '../../graph/document';

/** README.md of an exported project. */
export function projectReadme({ name, training }: NetworkDocument): string {
  const { label } = datasetFacts(training.dataset);
  return `# ${name}

Drawn in Layerwise. \`model.py\` is the network; \`train.py\` trains it as the project says: optimizer, schedule, batches
of ${training.batchSize}, augmentation and seed. Batches hold the same images, seen the same way, as in Layerwise.

\`\`\`sh
pip install -r requirements.txt
python train.py --data DATA --out run                        # one process
torchrun --nproc-per-node 4 train.py --data DATA --out run   # four, one GPU each where there are GPUs
python train.py --data DATA --out run --resume               # go on from the last checkpoint
\`\`\`

\`DATA\`: ${dataText(training.dataset, label)}

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

function dataText(dataset: DatasetReference, label: string): string {
  switch (dataset.type) {
    case 'mnist':
    case 'fashion-mnist':
      return `a folder with the four IDX files of ${label}.`;
    case 'cifar-10':
    case 'cifar-100':
      return `the binary version of ${label}: its .tar.gz, or a folder with the .bin files.`;
    case 'folder':
      return 'a folder with a folder of images for each class, or with such folders in train/ and test/.';
    case 'arrays':
      return 'a .npz archive of x_train, y_train, x_test and y_test.';
    case 'synthetic':
      return 'not needed. Images are drawn of the same kind as in Layerwise, but not the same ones.';
    default:
      return assertNever(dataset);
  }
}
