import type { LayerVerdict } from '../../../network/health/verdict';
import { useEditor } from '../../editor/editorStore';
import { formatSigned } from '../../format/numbers';
import { useNodeVerdict } from '../../gradients/useNodeVerdict';
import { t } from '../../language/t';
import { worstLayer } from '../../quantities/cardValue';
import { quantities } from '../../quantities/quantities';
import { namedText, scaleText } from '../../quantities/quantityText';
import { useRun } from '../../training/runStore';
import { useCardQuantity } from '../colourBy';

/** The layer of a block whose quantity stands for it. */
export interface WorstLayer {
  readonly label: string;
  /** On the quantity's scale. */
  readonly value: number;
  /** The quantity in words: `smallest gradient −3.6`. */
  readonly text: string;
  /** On its gradient; null where another quantity is told. */
  readonly verdict: LayerVerdict | null;
}

/** By the quantity that cards are coloured by, else by the gradient. */
export function useWorstLayer(key: string): WorstLayer | null {
  const quantity = useCardQuantity() ?? quantities.gradient;
  const id = useRun((state) => worstLayer(state, key, quantity)?.layer ?? null);
  const value = useRun((state) => worstLayer(state, key, quantity)?.value ?? null);
  const verdict = useNodeVerdict(id ?? '');
  const label = useEditor(({ history }) => history.document.nodes.find((node) => node.id === id)?.label);
  if (value === null || label === undefined) return null;
  const most = quantity.worst === 'lowest' ? 'smallest' : 'largest';
  if (quantity.id !== 'gradient')
    return { label, value, text: `${most} ${namedText(quantity, value)}`, verdict: null };
  const digits = Number.isFinite(value) ? formatSigned(value, 1) : scaleText(quantity, value);
  return { label, value, text: t`${most} gradient ${digits}`, verdict };
}
