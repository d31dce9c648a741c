import { Panel, useStore } from '@xyflow/react';
import { classNames } from '../controls/classNames';
import { useEditor } from '../editor/editorStore';
import { ProbeButton } from '../probe/ProbeButton';
import { isShallow, isSlim, isSnug } from './canvasRoom';
import styles from './NetworkCanvas.module.css';
import { ShapesButton } from './shapeLabels/ShapesButton';
import { TidyButton } from './TidyButton';

/** The canvas's upper right corner: what looks at the whole network, and puts it in order; commands do the same where it has no room. */
export function CanvasTools() {
  const locked = useEditor((state) => state.structureLocked);
  const snug = useStore((state) => isSnug(state) || isShallow(state));
  const slim = useStore(isSlim);
  if (slim) return null;
  return (
    <Panel position="top-right" className={classNames(styles['top'], styles['tools'])} data-snug={snug}>
      {!locked && <ProbeButton />}
      <ShapesButton />
      {!locked && <TidyButton />}
    </Panel>
  );
}
