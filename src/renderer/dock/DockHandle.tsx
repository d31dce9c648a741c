import type { KeyboardEvent, PointerEvent } from 'react';
import { t } from '../language/t';
import styles from './Dock.module.css';
import { dockLimits, useDock } from './dockStore';

const keyboardStep = 16;

/** The dock's upper edge: it is dragged, or moved with the arrow keys. */
export function DockHandle() {
  const height = useDock((state) => state.height);
  const resize = useDock((state) => state.resize);

  const drag = (down: PointerEvent<HTMLHRElement>): void => {
    const handle = down.currentTarget;
    handle.setPointerCapture(down.pointerId);
    const move = (event: globalThis.PointerEvent) => resize(height + down.clientY - event.clientY);
    const end = () => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', end);
      handle.removeEventListener('pointercancel', end);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end);
    handle.addEventListener('pointercancel', end);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    resize(height + (event.key === 'ArrowUp' ? keyboardStep : -keyboardStep));
  };

  return (
    <hr
      aria-orientation="horizontal"
      aria-label={t`Height of the charts`}
      aria-valuemin={dockLimits.lowest}
      aria-valuemax={dockLimits.highest()}
      aria-valuenow={height}
      tabIndex={0}
      className={styles['handle']}
      onPointerDown={drag}
      onKeyDown={onKeyDown}
    />
  );
}
