import { EventEmitter, once } from 'node:events';
import { createEngine } from '../../../src/engine/engine';
import { RunObserver } from '../../../src/engine/observation/runObserver';
import { analyse } from '../../../src/network/analysis/analyse';
import type { NetworkDocument } from '../../../src/network/graph/document';
import { projectSchema } from '../../../src/network/graph/projectSchema';
import { diagnose } from '../../../src/network/health/diagnose';
import type { Verdict } from '../../../src/network/health/healthVerdict';

/** Steps within which a change of the training settings must show. */
const steps = 200;

/** Trains so many steps, measures every fifth, and judges what was seen. */
export async function trainedVerdicts(document: NetworkDocument): Promise<readonly Verdict[]> {
  const training = { ...document.training, epochs: 1000, telemetryEvery: 5 };
  const observer = new RunObserver(document, analyse(document), null);
  const events = new EventEmitter();
  const ended = once(events, 'end');
  const engine = createEngine(
    (event) => {
      observer.hear(event);
      if (event.type === 'failed') events.emit('error', new Error(event.message));
      if (event.type === 'ended') events.emit('end');
    },
    { stopAfterSteps: steps },
  );
  try {
    engine.handle({
      type: 'train',
      runId: 'judged',
      project: projectSchema.parse({ ...document, training }),
    });
    await ended;
    return diagnose(observer.observation);
  } finally {
    await engine.dispose();
  }
}
