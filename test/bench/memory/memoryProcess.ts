/** Trains one network in this process, and tells the most memory that the process held at once beside the forecast. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectOf } from '../../../src/cli/training/project';
import { createEngine } from '../../../src/engine/engine';
import { analyse } from '../../../src/network/analysis/analyse';
import { memoryModel } from '../../../src/network/forecast/memoryForecast';
import type { Device } from '../../../src/protocol/engineMessages';
import { documentOf, heldTo, type MeasuredNetwork, measuredNetworks, nameOf } from './measuredNetworks';

const [, , index, batchWorker] = process.argv;
const network = measuredNetworks[Number(index)];
if (network === undefined || batchWorker === undefined)
  process.send?.(measuredNetworks.map(nameOf), () => process.exit());
else train(network, batchWorker);

function train(measured: MeasuredNetwork, worker: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-memory-'));
  const document = documentOf(measured);
  let backend: Device['backend'] = 'tensorflow';
  let ready = 0;
  const engine = createEngine(
    (event) => {
      if (event.type === 'ready') {
        ready = mostResident();
        backend = event.device.backend;
        engine.handle({ type: 'train', runId: 'memory', project: projectOf(document) });
      } else if (event.type === 'failed' || event.type === 'unavailable')
        throw new Error(`${event.message} ${event.details}`);
      else if (event.type === 'ended') {
        const forecast = memoryModel(document, analyse(document), backend).at(measured.batch);
        const result = {
          network: nameOf(measured),
          heldTo: heldTo(measured),
          backend,
          ready,
          forecast: forecast.peak,
          measured: mostResident(),
        };
        rmSync(folder, { recursive: true, force: true });
        process.send?.(result, () => process.exit());
      }
    },
    { runFolder: join(folder, 'run'), batchWorker: worker },
  );
}

/** The most that was resident in memory at once, in bytes. */
function mostResident(): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  return 1024 * Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1]);
}
