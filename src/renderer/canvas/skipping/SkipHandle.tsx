import { useNodeId } from '@xyflow/react';
import { Redo } from 'lucide-react';
import type { MouseEvent, PointerEvent } from 'react';
import { Hint } from '../../controls/Hint';
import { useEditor } from '../../editor/editorStore';
import { t } from '../../language/t';
import { useHoveredCard } from '../hoveredCard';
import { usePicker } from '../pickers/pickerStore';
import styles from './SkipHandle.module.css';
import { leadSkip, useSkip } from './skipStore';

/**
 * Where a shortcut is dragged from; a click lists the connections that it may lead to. It has its hint only under the
 * pointer: on each card it would be about a tenth of the script where many cards come into view.
 */
export function SkipHandle({ layer, label }: { layer: string; label: string }) {
  const card = useNodeId();
  const led = useSkip(({ from }) => from === layer);
  const pointed = useHoveredCard((state) => state.card === card);
  const alone = useEditor(({ selection: { nodes } }) => nodes.length === 1 && nodes[0] === layer);
  const handle = (
    <button
      type="button"
      className={`${styles['handle']} nodrag nopan nokey`}
      tabIndex={-1}
      aria-label={t`Shortcut from ${label}`}
      data-skip=""
      data-led={led}
      data-alone={alone}
      onPointerDown={(event) => startSkip(layer, event)}
      onClick={() => usePicker.getState().pickSkip(layer)}
    >
      <Redo size={12} strokeWidth={2.4} aria-hidden="true" />
    </button>
  );
  if (!pointed && !led) return handle;
  return (
    <Hint text={t`Drag a shortcut from here onto a connection`} keys="S" side="top" quiet={led}>
      {handle}
    </Hint>
  );
}

/** Starts leading a shortcut where a connection would be drawn: with Shift, from a port. */
export function skipInstead(layer: string, event: MouseEvent): void {
  event.stopPropagation();
  event.preventDefault();
  startSkip(layer, event);
}

function startSkip(layer: string, { button, clientX, clientY }: PointerEvent | MouseEvent): void {
  if (button === 0 && !useEditor.getState().structureLocked)
    leadSkip(layer, null, { x: clientX, y: clientY });
}
