import { useState } from 'react';
import { useDocument } from '../editor/editorStore';
import { formatInteger } from '../format/numbers';
import { t } from '../language/t';
import styles from './LayerLinks.module.css';
import { showLayers } from './showLayers';

/** Layers that are named before the rest is folded. */
const shownAtFirst = 6;

/** The layers of a verdict: a click selects one on the canvas and brings it to the middle. */
export function LayerLinks({ nodes }: { nodes: readonly string[] }) {
  const document = useDocument();
  const [unfolded, setUnfolded] = useState(false);
  const layers = nodes.flatMap((id) => document.nodes.find((node) => node.id === id) ?? []);
  if (layers.length === 0) return null;
  const shown = unfolded ? layers : layers.slice(0, shownAtFirst);
  const rest = layers.length - shown.length;
  return (
    <ul className={styles['links']} aria-label={t`Layers`}>
      {shown.map(({ id, label }) => (
        <li key={id}>
          <button type="button" aria-label={t`Show ${label} on the canvas`} onClick={() => showLayers([id])}>
            {label}
          </button>
        </li>
      ))}
      {rest > 0 && (
        <li>
          <button type="button" onClick={() => setUnfolded(true)}>
            {t`and ${formatInteger(rest)} more`}
          </button>
        </li>
      )}
      {layers.length > 1 && (
        <li>
          <button type="button" data-all="true" onClick={() => showLayers(layers.map(({ id }) => id))}>
            {t`Show all`}
          </button>
        </li>
      )}
    </ul>
  );
}
