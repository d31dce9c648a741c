import { assertNever } from '../../network/assertNever';
import { formatInteger } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { type Diagnosis, useDiagnosis, useTwinDiagnosis } from './diagnosisStore';
import { flowWords } from './flowWords';
import { type ChosenRemedy, type RemedyProgress, useRemedy } from './remedyStore';

/** What a remedy has come to in the run that has it. */
export interface Outcome {
  readonly cured: boolean;
  readonly title: string;
  readonly evidence: string;
  /** What the network on the canvas could have as well; null where it has it, or where it did not help. */
  readonly toKeep: ChosenRemedy | null;
}

/** What the run with the remedy shows; null where there was no remedy, or nothing is measured yet. */
export function useOutcome(): Outcome | null {
  const progress = useRemedy((state) => state.progress);
  const canvas = useDiagnosis();
  const twin = useTwinDiagnosis();
  if (progress.stage !== 'trained') return null;
  switch (progress.by) {
    case 'canvas':
      return outcomeOf(progress, canvas);
    case 'twin':
      return outcomeOf(progress, twin);
    default:
      return assertNever(progress.by);
  }
}

/** Samples before a run is said to be cured: one may be chance. */
const samplesToTell = 3;

type Trained = Extract<RemedyProgress, { readonly stage: 'trained' }>;

function outcomeOf(
  { verdict, remedy, by, earlier }: Trained,
  { run, step, verdicts }: Diagnosis,
): Outcome | null {
  if (run === null || run.log === earlier || run.log.length < samplesToTell) return null;
  const [worst] = verdicts;
  const still = verdicts.find(({ kind }) => kind === verdict.kind);
  const name = say(verdict.title).toLowerCase();
  if (still !== undefined)
    return {
      ...failed,
      title:
        still.severity === verdict.severity
          ? t`${say(remedy.title)}: ${name} all the same`
          : t`${say(remedy.title)}: ${name} weaker, not gone`,
      evidence: still.evidence,
    };
  if (worst !== undefined && worst.severity !== 'note')
    return {
      ...failed,
      title: t`No ${name} any more, but: ${say(worst.title).toLowerCase()}`,
      evidence: worst.evidence,
    };
  const where = by === 'twin' ? t`the twin` : t`this run`;
  return {
    cured: true,
    title: t`Cured: no ${name} any more`,
    evidence: t`At step ${formatInteger(step)} of ${where}, which has “${say(remedy.title)}”: ${lowered(flowWords(run))}.`,
    toKeep: by === 'twin' ? { verdict, remedy } : null,
  };
}

const failed = { cured: false, toKeep: null } as const;

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
