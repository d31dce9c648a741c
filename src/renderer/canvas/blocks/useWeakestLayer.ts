import type { LayerVerdict } from '../../../network/health/verdict';
import { useEditor } from '../../editor/editorStore';
import { formatSigned } from '../../format/numbers';
import { weakestLayer } from '../../gradients/useNodeGradient';
import { useNodeVerdict } from '../../gradients/useNodeVerdict';
import { useRun } from '../../training/runStore';

/** The layer of a block with the smallest gradient. */
export interface WeakestLayer {
  readonly label: string;
  /** log₁₀ of the gradient's norm; −∞ for an exact zero. */
  readonly gradient: number;
  /** The gradient in words: `gradient −3.6`. */
  readonly text: string;
  readonly verdict: LayerVerdict | null;
}

export function useWeakestLayer(key: string): WeakestLayer | null {
  const id = useRun((state) => weakestLayer(state, key)?.layer ?? null);
  const gradient = useRun((state) => weakestLayer(state, key)?.gradient ?? null);
  const verdict = useNodeVerdict(id ?? '');
  const label = useEditor(({ history }) => history.document.nodes.find((node) => node.id === id)?.label);
  if (gradient === null || label === undefined) return null;
  const text = Number.isFinite(gradient) ? `gradient ${formatSigned(gradient, 1)}` : 'gradient zero';
  return { label, gradient, text, verdict };
}
