import { X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { findAdditions } from '../../network/graph/shortcuts/findShortcuts';
import { Hint } from '../controls/Hint';
import { ToolButton } from '../controls/ToolButton';
import { useDock } from '../dock/dockStore';
import { useEditor } from '../editor/editorStore';
import { formatCounted } from '../format/numbers';
import { rich } from '../language/rich';
import { t } from '../language/t';
import { analysisOf } from '../training/analysisOf';
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
import { type ComparedSide, type TwinView, useTwinView } from './useTwinView';

/** Both networks side by side, coloured by their gradients in one scale. */
export function TwinCanvases() {
  const view = useTwinView();
  const underWay = useRun(({ status }) => isUnderWay(status));
  const shortcuts = useShortcuts(view);
  return (
    <section className={styles['canvases']} aria-label={t`Both networks`} data-region="view">
      {view === null ? (
        <p className={styles['waiting']}>
          {underWay ? t`Both networks are made ready` : t`Neither network took a step`}
        </p>
      ) : (
        view.sides.map((side, place) => (
          <SideCanvas
            key={sideLooks[place]?.letter}
            side={side}
            place={place}
            shortcuts={shortcuts === null ? null : (shortcuts[place] ?? 0)}
          >
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

/** How many shortcuts each of the networks has; null where that is no difference between them. */
function useShortcuts(view: TwinView | null): readonly number[] | null {
  const [one, other] = view?.sides.map(({ run }) => run.document) ?? [];
  return useMemo(() => {
    if (one === undefined || other === undefined) return null;
    const counts = [one, other].map((document) =>
      findAdditions(document, analysisOf(document)).reduce((sum, { shortcuts }) => sum + shortcuts.length, 0),
    );
    return counts[0] === counts[1] ? null : counts;
  }, [one, other]);
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
  shortcuts: number | null;
  children: ReactNode;
}

function SideCanvas({ side, place, shortcuts, children }: SideCanvasProps) {
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
        <span>
          {shortcuts === null
            ? t`run ${look?.letter ?? ''}`
            : t`run ${look?.letter ?? ''}, ${shortcuts === 0 ? t`no shortcuts` : formatCounted(shortcuts, 'shortcut')}`}
        </span>
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
