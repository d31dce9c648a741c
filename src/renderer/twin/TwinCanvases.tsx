import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { useDock } from '../dock/dockStore';
import { useEditor } from '../editor/editorStore';
import { FramedButton } from '../training/FramedButton';
import { formatPercent } from '../training/formatValues';
import { metricName } from '../training/metricName';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import { sideLooks } from './sideLooks';
import styles from './TwinCanvases.module.css';
import { TwinGraph } from './TwinGraph';
import { keepTwin } from './twinActions';
import type { Twin } from './twinStore';
import { type ComparedSide, useTwinView } from './useTwinView';

/** Both networks side by side, coloured by their gradients in one scale. */
export function TwinCanvases() {
  const view = useTwinView();
  const underWay = useRun(({ status }) => isUnderWay(status));
  return (
    <section className={styles['canvases']} aria-label="Both networks">
      {view === null ? (
        <p className={styles['waiting']}>
          {underWay ? 'Both networks are made ready' : 'Neither network took a step'}
        </p>
      ) : (
        view.sides.map((side, place) => (
          <SideCanvas key={sideLooks[place]?.letter} side={side} place={place}>
            {place === 1 && <KeepButton twin={view.twin} />}
          </SideCanvas>
        ))
      )}
      <Hint text="Back to the canvas" side="left">
        <ToolButton
          icon
          className={styles['close']}
          aria-label="Back to the canvas"
          onClick={() => useDock.getState().showTab('gradients')}
        >
          <X size={15} aria-hidden="true" />
        </ToolButton>
      </Hint>
    </section>
  );
}

/** Not while a run holds the network on the canvas. */
function KeepButton({ twin }: { twin: Twin }) {
  const locked = useEditor((state) => state.structureLocked);
  if (locked) return null;
  return (
    <Hint text="Puts it on the canvas in place of the network there, as one step to undo">
      <FramedButton onClick={() => keepTwin(twin)}>Keep it</FramedButton>
    </Hint>
  );
}

interface SideCanvasProps {
  side: ComparedSide;
  place: number;
  children: ReactNode;
}

function SideCanvas({ side, place, children }: SideCanvasProps) {
  const { name, run } = side;
  const look = sideLooks[place];
  const validated = run.epochs.findLast(({ validationMetric }) => validationMetric !== null);
  const metric = metricName(run.document).toLowerCase();
  const latest = run.log.metrics.at(run.log.length - 1);
  return (
    <article className={styles['side']} aria-label={name}>
      <header className={styles['head']}>
        <svg width="26" height="6" aria-hidden="true">
          <path d="M1 3H25" stroke={look?.colour} strokeWidth="3" strokeDasharray={look?.dashes} />
        </svg>
        <h2>{name}</h2>
        <span>run {look?.letter}</span>
        {children}
        <p>
          {validated === undefined ? (
            <>
              batch {metric} <b>{Number.isNaN(latest) ? '–' : formatPercent(latest)}</b>
            </>
          ) : (
            <>
              test {metric} <b>{formatPercent(validated.validationMetric ?? 0)}</b>
            </>
          )}
        </p>
      </header>
      <TwinGraph side={side} />
    </article>
  );
}
