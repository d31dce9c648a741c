import { CircleCheck, Lightbulb, ScanSearch, TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import type { Verdict } from '../../network/health/healthVerdict';
import { ToolButton } from '../controls/ToolButton';
import { useDock } from '../dock/dockStore';
import { formatInteger } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { FramedButton } from '../training/FramedButton';
import type { TelemetryLog } from '../training/telemetryLog';
import { AppliedRemedy } from './AppliedRemedy';
import { BannerRemedy } from './BannerRemedy';
import { useDiagnosis } from './diagnosisStore';
import { type Outcome, useOutcome } from './outcome';
import { applyRemedy } from './remedyActions';
import { useRemedy } from './remedyStore';
import { showLayers } from './showLayers';
import { useFits } from './useFits';
import styles from './VerdictBanner.module.css';
import { severityIcons } from './verdictLook';

/** What a person closed: a finding of one run. */
interface Closed {
  readonly log: TelemetryLog | undefined;
  readonly kind: string;
}

/** Above the canvas: the gravest fault of the run by itself, as soon as it is measured, and what is done about it. */
export function VerdictBanner() {
  const run = useDiagnosis((state) => state.run);
  const worst = useDiagnosis(({ verdicts }) => verdicts.find(({ severity }) => severity === 'fault'));
  const stage = useRemedy(({ progress }) => progress.stage);
  const fits = useFits();
  const outcome = useOutcome();
  const [closed, setClosed] = useState<Closed | null>(null);
  const isOpen = (kind: string) => closed === null || closed.log !== run?.log || closed.kind !== kind;
  const close = (kind: string) => () => setClosed({ log: run?.log, kind });

  if (stage === 'stopping' || stage === 'applied')
    return (
      <section className={styles['banner']} data-region="finding" data-plain="true" aria-label={t`Remedy`}>
        <AppliedRemedy />
      </section>
    );
  return (
    <>
      {worst !== undefined && fits && isOpen(worst.kind) && (
        <Fault verdict={worst} answered={outcome !== null} onClose={close(worst.kind)} />
      )}
      {outcome !== null && isOpen(outcome.title) && (
        <OutcomeLine outcome={outcome} onClose={close(outcome.title)} />
      )}
    </>
  );
}

interface FaultProps {
  verdict: Verdict;
  /** Whether a remedy was chosen already. */
  answered: boolean;
  onClose: () => void;
}

function Fault({ verdict, answered, onClose }: FaultProps) {
  const { severity, title, evidence, cause, nodes } = verdict;
  const Icon = severityIcons[severity];
  const show = nodes.length === 1 ? t`Show the layer` : t`Show the ${formatInteger(nodes.length)} layers`;
  return (
    <section
      className={styles['banner']}
      data-region="finding"
      data-tone="fault"
      data-answered={answered}
      aria-label={t`Finding`}
    >
      <Icon size={17} className={styles['icon']} aria-hidden="true" />
      <div className={styles['words']}>
        <p>
          <b>{say(title)}</b> {say(evidence)}
        </p>
        {!answered && <p className={styles['cause']}>{say(cause)}</p>}
      </div>
      <div className={styles['actions']}>
        {nodes.length > 0 && (
          <FramedButton title={show} onClick={() => showLayers(nodes)}>
            <span className={styles['shown']}>{show}</span>
            <ScanSearch size={14} className={styles['sign']} aria-hidden="true" />
          </FramedButton>
        )}
        <FramedButton title={t`What helps`} onClick={() => useDock.getState().showTab('diagnosis')}>
          <span className={styles['helps']}>{t`What helps`}</span>
          <Lightbulb size={14} className={styles['sign']} aria-hidden="true" />
        </FramedButton>
        {!answered && <BannerRemedy verdict={verdict} />}
      </div>
      <Close onClose={onClose} />
    </section>
  );
}

function OutcomeLine({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const { cured, title, evidence, toKeep } = outcome;
  const Icon = cured ? CircleCheck : TriangleAlert;
  return (
    <section
      className={styles['banner']}
      data-region="finding"
      data-tone={cured ? 'cured' : 'warning'}
      aria-label={t`Outcome`}
    >
      <Icon size={17} className={styles['icon']} aria-hidden="true" />
      <p className={styles['words']}>
        <b>{say(title)}</b> {say(evidence)}
      </p>
      {toKeep !== null && (
        <div className={styles['actions']}>
          <FramedButton
            title={t`Stops the run and changes the network on the canvas: one step to undo`}
            onClick={() => void applyRemedy(toKeep)}
          >
            {t`${say(toKeep.remedy.title)} here`}
          </FramedButton>
        </div>
      )}
      <Close onClose={onClose} />
    </section>
  );
}

function Close({ onClose }: { onClose: () => void }) {
  return (
    <ToolButton icon aria-label={t`Dismiss the finding`} onClick={onClose}>
      <X size={14} aria-hidden="true" />
    </ToolButton>
  );
}
