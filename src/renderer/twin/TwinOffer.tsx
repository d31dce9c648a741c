import { useMemo } from 'react';
import { inGigabytes } from '../../network/forecast/forecastText';
import type { NetworkDocument } from '../../network/graph/document';
import { counterpartOf } from '../../network/twin/counterpart';
import { onEqualTerms } from '../../network/twin/equalTerms';
import { twinDifference } from '../../network/twin/twinDifference';
import { twinMemory } from '../../network/twin/twinMemory';
import { useAnalysis, useDocument } from '../editor/editorStore';
import { deviceOf, useEngine } from '../engine/engineStore';
import { say } from '../language/say';
import { t } from '../language/t';
import { isUnderWay } from '../training/runPhase';
import { useRun } from '../training/runStore';
import { useTrainObstacle } from '../training/trainReadiness';
import styles from './CompareTab.module.css';
import { trainAgainstLastRun, trainCounterpart } from './twinActions';

/** What the network could be compared with: its counterpart, or what was trained last. */
export function TwinOffer() {
  const document = useDocument();
  const analysis = useAnalysis();
  const run = useRun((state) => state.run);
  const underWay = useRun(({ status }) => isUnderWay(status));
  const obstacle = useTrainObstacle() ?? (underWay ? t`Another run is under way: stop it first.` : null);
  const counterpart = useMemo(() => counterpartOf(document, analysis), [document, analysis]);
  return (
    <div className={styles['offer']}>
      <Choice
        title={
          'problem' in counterpart
            ? t`No counterpart`
            : t`${document.name} against ${counterpart.document.name}`
        }
        text={
          'problem' in counterpart
            ? `${say(counterpart.problem.message)} ${say(counterpart.problem.advice)}`
            : t`Trains both, a step each in turn, with the same seed, first weights and batches: what differs in the curves is the shortcuts’ doing.`
        }
        twin={'problem' in counterpart ? null : counterpart.document}
        action={t`Train twin`}
        obstacle={'problem' in counterpart ? counterpart.problem.message : obstacle}
        onClick={trainCounterpart}
      />
      {run !== null && (
        <Choice
          title={t`As it is now against as it was trained last`}
          text={againstLast(document, run.document)}
          twin={run.document}
          action={t`Train against the last run`}
          obstacle={obstacle}
          onClick={trainAgainstLastRun}
        />
      )}
    </div>
  );
}

function againstLast(document: NetworkDocument, last: NetworkDocument): string {
  const { differences } = twinDifference(document, onEqualTerms(document, last));
  return differences.length === 0
    ? t`Nothing was edited since, so both would measure the same numbers, bit for bit.`
    : t`Differs in ${differences.map(say).join(', ')}. Both are trained from the first step, on equal terms.`;
}

interface ChoiceProps {
  title: string;
  text: string;
  twin: NetworkDocument | null;
  action: string;
  obstacle: string | null;
  onClick: () => void;
}

function Choice({ title, text, twin, action, obstacle, onClick }: ChoiceProps) {
  const memory = useTwinMemory(twin);
  return (
    <section className={styles['choice']}>
      <h3>{title}</h3>
      <p>{text}</p>
      {memory !== null && <p data-short={memory.short}>{memory.text}</p>}
      <button
        type="button"
        aria-disabled={obstacle !== null}
        title={obstacle === null ? undefined : say(obstacle)}
        onClick={obstacle === null ? onClick : undefined}
      >
        {action}
      </button>
    </section>
  );
}

/** What both networks take at once, in words; null where it isn't known. */
function useTwinMemory(
  twin: NetworkDocument | null,
): { readonly text: string; readonly short: boolean } | null {
  const document = useDocument();
  const analysis = useAnalysis();
  const device = useEngine((state) => deviceOf(state.engine));
  const capacity = useEngine((state) => state.capacity);
  return useMemo(() => {
    if (twin === null || device === null || capacity === null || !analysis.trains) return null;
    const needed = twinMemory(document, twin, device.backend);
    if (needed === null) return null;
    const short = needed > capacity.freeMemoryBytes;
    const sizes = t`both at once take about ${inGigabytes(needed)} of ${inGigabytes(capacity.freeMemoryBytes)}`;
    return {
      short,
      text: short ? t`May not fit: ${sizes}. Choose a smaller batch.` : t`Expected memory: ${sizes}.`,
    };
  }, [twin, document, analysis, device, capacity]);
}
