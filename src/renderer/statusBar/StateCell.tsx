import type { Analysis } from '../../network/analysis/analysis';
import { assertNever } from '../../network/assertNever';
import { useAnalysis } from '../editor/editorStore';
import { type EngineState, useEngine } from '../engine/engineStore';
import { formatCounted } from '../format/numbers';
import { t } from '../language/t';
import { describePhase, isUnderWay, type RunPhase } from '../training/runPhase';
import { useRun } from '../training/runStore';
import styles from './StatusBar.module.css';

interface WindowState {
  readonly tone: 'idle' | 'ready' | 'live' | 'waiting' | 'error';
  readonly words: string;
}

/** What the window is about, in a word or two: the engine's state, the network's, or the run's. */
export function StateCell() {
  const engine = useEngine((state) => state.engine);
  const phase = useRun((state) => state.phase);
  const { tone, words } = windowState(engine, phase, useAnalysis());
  return (
    <output className={styles['cell']}>
      <span className={styles['dot']} data-tone={tone} />
      <b>{words}</b>
    </output>
  );
}

function windowState(engine: EngineState, phase: RunPhase, analysis: Analysis): WindowState {
  const trouble = engineState(engine);
  if (trouble !== null) return trouble;
  if (isUnderWay(phase.status)) {
    const tone = phase.status === 'running' || phase.status === 'resuming' ? 'live' : 'waiting';
    return { tone, words: describePhase(phase) };
  }
  // That there is all to draw yet is no error that a person made.
  if (analysis.nodes.size === 0) return { tone: 'idle', words: t`Nothing drawn yet` };
  const errors = analysis.problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return { tone: 'error', words: t`Fix ${formatCounted(errors, 'error')} to train` };
  const broken =
    phase.status === 'failed' ||
    phase.status === 'lost' ||
    (phase.status === 'ended' && phase.reason === 'diverged');
  if (broken) return { tone: 'error', words: describePhase(phase) };
  return { tone: phase.status === 'idle' ? 'ready' : 'idle', words: describePhase(phase) };
}

function engineState(engine: EngineState): WindowState | null {
  switch (engine.state) {
    case 'ready':
      return null;
    case 'starting':
      return { tone: 'waiting', words: t`Starting the engine` };
    case 'unresponsive':
      return { tone: 'error', words: t`Engine not responding` };
    case 'cutOff':
      return { tone: 'error', words: t`Connection lost` };
    case 'unavailable':
      return { tone: 'error', words: t`Training not available` };
    case 'broken':
      return { tone: 'error', words: t`Engine stopped` };
    default:
      return assertNever(engine);
  }
}
