/** Goes on with the run in a folder until it is killed, and says after each flush which step it came to. */
import { existsSync, mkdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { CheckpointFiles } from '../../../src/engine/runs/checkpoints/checkpointFiles';
import { lightStepLines } from '../../../src/engine/runs/metrics/metricSchemas';
import { MetricsWriter } from '../../../src/engine/runs/metrics/metricsWriter';
import { RunLock } from '../../../src/engine/runs/runLock';
import { TelemetryWriter } from '../../../src/engine/runs/telemetry/telemetryWriter';
import { writeAside } from '../../../src/engine/runs/writeAside';
import { itemsOf, sampled } from './sampledSteps';
import { recordOfRun, smallCheckpoint } from './writtenRun';

const folder = process.argv[2] ?? '';
mkdirSync(folder, { recursive: true });
RunLock.acquire(folder);
const record = join(folder, 'run.json');
if (!existsSync(record)) writeAside(record, JSON.stringify(recordOfRun()));
const checkpoints = new CheckpointFiles(join(folder, 'checkpoints'));
checkpoints.removePartial();
const hasCheckpoint = existsSync(join(folder, 'checkpoints', 'last.safetensors'));
const fromStep = hasCheckpoint ? checkpoints.readLast().checkpoint.step : 0;
const telemetry = TelemetryWriter.open(join(folder, 'telemetry'), itemsOf(3), { keepThroughStep: fromStep });
const metrics = MetricsWriter.open(join(folder, 'metrics.jsonl'));
metrics.append({ type: 'resumed', fromStep, at: new Date(0).toISOString() });
metrics.flush();
writeSync(1, `${fromStep}\n`);
for (let step = fromStep + 1; ; step++) {
  const columns = sampled([step], 3);
  telemetry.append(columns);
  metrics.append(...lightStepLines(columns));
  if (step % 20 === 0) checkpoints.save(smallCheckpoint(step), { best: step % 40 === 0 });
  if (step % 5 !== 0) continue;
  telemetry.flush();
  metrics.flush();
  writeSync(1, `${step}\n`);
}
