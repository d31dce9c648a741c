/**
 * How long the engine takes from the start of its process until it is ready and until LeNet-5's first step on MNIST is
 * told, in seconds as a line of JSON. It is the built engine, started as the server does.
 *
 *   node engineStart.js out/main/engineChild.js
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { projectSchema } from '../../../src/network/graph/projectSchema';
import { lenet5 } from '../../../src/network/templates/lenet5';
import type { EngineEvent } from '../../../src/protocol/engineMessages';
import { ForkedEngine } from '../../../src/server/forkedEngine';

const begun = performance.now();
const runs = mkdtempSync(join(tmpdir(), 'layerwise-startup-'));
process.on('exit', () => rmSync(runs, { recursive: true, force: true }));
const engine = new ForkedEngine(process.argv[2] ?? '', runs, {});
const seconds: { ready?: number; firstStep?: number } = {};
engine.listen({
  onSpawn: () => {},
  onSignal: () => {},
  onFatalError: (message) => fail(message),
  onExit: () => fail('the engine ended'),
});
for (const output of engine.outputs) output.pipe(process.stderr);
engine.attach(hear);
const project = projectSchema.parse(lenet5.create());
engine.handle({ type: 'train', runId: 'startup', project });

function hear(event: EngineEvent): void {
  const elapsed = (performance.now() - begun) / 1000;
  if (event.type === 'ready') seconds.ready = elapsed;
  else if (event.type === 'failed' || event.type === 'unavailable') fail(`${event.message} ${event.advice}`);
  else if (event.type === 'telemetry') {
    seconds.firstStep = elapsed;
    console.log(JSON.stringify(seconds));
    engine.end();
    process.exit();
  }
}

function fail(message: string): never {
  console.error(`The first step was not reached: ${message}`);
  process.exit(1);
}
