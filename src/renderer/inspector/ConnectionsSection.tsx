import { ArrowLeft, ArrowRight, Plus, X } from 'lucide-react';
import type { LayerEdge, LayerNode } from '../../network/graph/document';
import type { LayerKind } from '../../network/layers/defineLayer';
import { usePicker } from '../canvas/pickers/pickerStore';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { useDocument, useEditor } from '../editor/editorStore';
import { disconnect } from '../editor/layerActions';
import { t } from '../language/t';
import styles from './ConnectionsSection.module.css';
import { Section } from './Section';

/** What feeds a layer and what it feeds, each to go to or to cut; and the way to connect without the mouse. */
export function ConnectionsSection({ layer, kind }: { layer: LayerNode; kind: LayerKind }) {
  const { edges } = useDocument();
  const locked = useEditor((state) => state.structureLocked);
  const incoming = edges
    .filter(({ to }) => to === layer.id)
    .toSorted((left, right) => left.input - right.input);
  const outgoing = edges.filter(({ from }) => from === layer.id);
  const connectable = kind.terminal !== true && !locked;
  if (incoming.length + outgoing.length === 0 && !connectable) return null;
  return (
    <Section title={t`Connections`}>
      <ul className={styles['list']}>
        {incoming.map((edge) => (
          <ConnectionRow key={`${edge.from} ${edge.input}`} edge={edge} other={edge.from} />
        ))}
        {outgoing.map((edge) => (
          <ConnectionRow key={`${edge.to} ${edge.input}`} edge={edge} other={edge.to} />
        ))}
      </ul>
      {connectable && (
        <Hint text={t`Choose the layer that this one leads to`} keys="L" side="left">
          <button
            type="button"
            className={styles['connect']}
            onClick={() => usePicker.getState().pickEnd(layer.id)}
          >
            <Plus size={14} aria-hidden="true" />
            {t`Connect to…`}
          </button>
        </Hint>
      )}
    </Section>
  );
}

function ConnectionRow({ edge, other }: { edge: LayerEdge; other: string }) {
  const label = useEditor(
    ({ history }) => history.document.nodes.find(({ id }) => id === other)?.label ?? other,
  );
  const locked = useEditor((state) => state.structureLocked);
  const focusLayer = useEditor((state) => state.focusLayer);
  const comesIn = other === edge.from;
  const Arrow = comesIn ? ArrowLeft : ArrowRight;
  return (
    <li className={styles['row']}>
      <Arrow size={14} aria-hidden="true" />
      <button
        type="button"
        className={styles['layer']}
        aria-label={comesIn ? t`From ${label}` : t`To ${label}`}
        onClick={() => focusLayer(other)}
      >
        {label}
      </button>
      {!locked && (
        <ToolButton
          icon
          className={styles['cut']}
          aria-label={comesIn ? t`Disconnect from ${label}` : t`Disconnect to ${label}`}
          onClick={() => disconnect(edge)}
        >
          <X size={13} aria-hidden="true" />
        </ToolButton>
      )}
    </li>
  );
}
