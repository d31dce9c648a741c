import { datasetFacts } from '../../network/datasets/datasetFacts';
import type { LayerNode } from '../../network/graph/document';
import { learningRateFactor } from '../../network/graph/layerLearning';
import { lossWeight } from '../../network/graph/mainOutput';
import type { TrainingSettings } from '../../network/graph/trainingSettings';
import type { LayerKind } from '../../network/layers/defineLayer';
import { t } from '../language/t';

/** Short marks on a card for what the title leaves out: the dataset, padding, a stride that shrinks the map, a learning rate of its own, the weight of an auxiliary head. `brief` where layers stand among them, which matter more than a padding. */
export function layerTags(
  layer: LayerNode,
  kind: LayerKind,
  training: TrainingSettings,
  brief: boolean,
): readonly string[] {
  if (kind.inputs === 'none') return [datasetFacts(training.dataset).label];
  if (kind.terminal === true)
    return [weightTag(layer) ?? choiceLabel(layer, kind, 'metric')].filter((tag) => tag !== null);
  const padding = kind.category === 'convolution' && !brief ? choiceLabel(layer, kind, 'padding') : null;
  return [padding, strideTag(layer), rateTag(layer)].filter((tag) => tag !== null);
}

function choiceLabel(layer: LayerNode, kind: LayerKind, name: string): string | null {
  const field = kind.fields[name];
  if (field?.type !== 'choice') return null;
  return field.options.find(({ value }) => value === layer.config[name])?.label ?? null;
}

/** Stands alone, since an auxiliary head's metric isn't evaluated. */
function weightTag(output: LayerNode): string | null {
  const weight = lossWeight(output);
  return weight === 1 ? null : t`Loss ×${weight}`;
}

function rateTag(layer: LayerNode): string | null {
  const factor = learningRateFactor(layer);
  return factor === 1 || layer.frozen === true ? null : t`LR ×${factor}`;
}

function strideTag({ config }: LayerNode): string | null {
  const strides = config['strides'];
  if (!Array.isArray(strides)) return null;
  const [height = 1, width = height] = strides;
  if (height === 1 && width === 1) return null;
  return height === width ? `/${height}` : `/${height}×${width}`;
}
