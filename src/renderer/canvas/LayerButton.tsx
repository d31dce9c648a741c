import type { ReactNode } from 'react';
import type { Problem } from '../../network/analysis/analysis';
import type { LayerNode } from '../../network/graph/document';
import type { LayerKind } from '../../network/layers/defineLayer';
import { gradientColour } from '../gradients/gradientScale';
import { useNodeGradient } from '../gradients/useNodeGradient';
import { useNodeVerdict } from '../gradients/useNodeVerdict';
import { describeLayer } from './describeLayer';
import styles from './LayerCard.module.css';

interface LayerButtonProps {
  layer: LayerNode;
  kind: LayerKind;
  shape: string | null;
  problems: readonly Problem[];
  selected: boolean;
  /** Whether it is in the tab order. */
  tabStop: boolean;
  /** Whether it has its gradient's colour. */
  heat: boolean;
  children: ReactNode;
}

/** The face of a layer's card: a button that says in words what the card shows, in its gradient's colour. */
export function LayerButton(props: LayerButtonProps) {
  const { layer, kind, shape, problems, selected, tabStop, heat, children } = props;
  const gradient = useNodeGradient(layer.id);
  const verdict = useNodeVerdict(layer.id);
  return (
    <button
      type="button"
      className={styles['card']}
      style={heat && gradient !== null ? { '--heat': gradientColour(gradient) } : undefined}
      tabIndex={tabStop ? 0 : -1}
      aria-pressed={selected}
      aria-label={describeLayer({ layer, kind, shape, gradient, verdict, problems })}
      data-layer={layer.id}
    >
      {children}
    </button>
  );
}
