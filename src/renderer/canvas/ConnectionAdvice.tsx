import { useConnection } from '@xyflow/react';
import { CircleX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { LayerProblem } from '../../network/layers/defineLayer';
import { say } from '../language/say';
import styles from './ConnectionAdvice.module.css';
import { checkEnds, layerAt } from './connectionTarget';
import { networkToConnect } from './connectionTargets';

interface Refusal extends LayerProblem {
  readonly x: number;
  readonly y: number;
}

/** While a connection is drawn over a layer that can't take it: why not, beside the pointer. */
export function ConnectionAdvice() {
  const startNode = useConnection((connection) =>
    connection.inProgress ? connection.fromHandle.nodeId : null,
  );
  const startType = useConnection((connection) =>
    connection.inProgress ? connection.fromHandle.type : null,
  );
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  useEffect(() => {
    if (startNode === null || startType === null) return;
    const follow = ({ clientX: x, clientY: y }: PointerEvent) => {
      const layer = layerAt(x, y);
      if (layer === null || layer === startNode) return setRefusal(null);
      const check = checkEnds(networkToConnect(), { node: startNode, type: startType }, layer);
      setRefusal(check.allowed ? null : { message: check.message, advice: check.advice, x, y });
    };
    window.addEventListener('pointermove', follow);
    return () => {
      window.removeEventListener('pointermove', follow);
      setRefusal(null);
    };
  }, [startNode, startType]);

  if (refusal === null) return null;
  return createPortal(
    <div className={styles['advice']} role="status" style={{ left: refusal.x + 16, top: refusal.y + 18 }}>
      <CircleX size={15} aria-hidden="true" />
      <div>
        <p className={styles['message']}>{say(refusal.message)}</p>
        <p>{say(refusal.advice)}</p>
      </div>
    </div>,
    document.body,
  );
}
