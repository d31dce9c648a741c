import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { useDock } from '../dock/dockStore';
import { useEditor } from '../editor/editorStore';
import { rich } from '../language/rich';
import { t } from '../language/t';
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
    <section className={styles['canvases']} aria-label={t`Both networks`}>
      {view === null ? (
        <p className={styles['waiting']}>
          {underWay ? t`Both networks are made ready` : t`Neither network took a step`}
        </p>
      ) : (
        view.sides.map((side, place) => (
          <SideCanvas key={sideLooks[place]?.letter} side={side} place={place}>
            {place === 1 && <KeepButton twin={view.twin} />}
          </SideCanvas>
        ))
      )}
      <Hint text={t`Back to the canvas`} side="left">
        <ToolButton
          icon
          className={styles['close']}
          aria-label={t`Back to the canvas`}
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
    <Hint text={t`Puts it on the canvas in place of the network there, as one step to undo`}>
      <FramedButton onClick={() => keepTwin(twin)}>{t`Keep it`}</FramedButton>
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
        <span>{t`run ${look?.letter ?? ''}`}</span>
        {children}
        <p>
          {validated === undefined
            ? rich`batch ${metric} ${<b>{Number.isNaN(latest) ? '–' : formatPercent(latest)}</b>}`
            : rich`test ${metric} ${<b>{formatPercent(validated.validationMetric ?? 0)}</b>}`}
        </p>
      </header>
      <TwinGraph side={side} />
    </article>
  );
}
