/** `KILLS=100 npx vitest run --project unit test/unit/runs/killedWriter.test.ts` for a longer campaign. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { CheckpointFiles } from '../../../src/engine/runs/checkpoints/checkpointFiles';
import { openRunFolder } from '../../../src/engine/runs/openRunFolder';
import { sampled, stepsFrom } from './sampledSteps';
import { temporaryFolder } from './temporaryFolder';

const parent = temporaryFolder();
const kills = Number(process.env['KILLS'] ?? 10);

it(`after each of ${kills} kills at random moments all that was flushed is there, and the run goes on`, async () => {
  const program = await buildProgram();
  const folder = join(parent.path, 'run');
  for (let kill = 0; kill < kills; kill++) {
    // Every second time it may be killed while it opens the folder.
    const from = kill % 2 === 0 ? 'flush' : 'start';
    const flushed = await writeUntilKilled(program, folder, from, Math.random() * 150);
    const { state, damage, telemetry, metrics } = openRunFolder(folder);
    expect({ state, damage }).toEqual({ state: 'interrupted', damage: [] });
    const steps = [...(telemetry?.steps ?? [])];
    expect(steps).toEqual(stepsFrom(1, steps.length));
    expect(steps.length).toBeGreaterThanOrEqual(flushed);
    expect(telemetry?.rows(0, steps.length)).toEqual(sampled(steps, 3));
    const lines = metrics.lines.flatMap((line) => (line.type === 'step' ? [line.step] : []));
    expect(lines).toEqual(stepsFrom(1, lines.length));
    expect(lines.length).toBeGreaterThanOrEqual(flushed);
    if (flushed < 20) continue;
    const { checkpoint, passedOver } = new CheckpointFiles(join(folder, 'checkpoints')).readLast();
    expect(passedOver).toEqual([]);
    expect(checkpoint.step).toBeGreaterThan(flushed - 20);
  }
}, 120_000);

/** The program as one file that Node runs by itself. */
async function buildProgram(): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'writingProcess.ts'),
      outDir: join(parent.path, 'built'),
      rolldownOptions: { output: { entryFileNames: 'program.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return join(parent.path, 'built', 'program.mjs');
}

/** Kills the process so long after its start or first flush. Returns the step that it said it had flushed last. */
async function writeUntilKilled(
  program: string,
  folder: string,
  from: 'start' | 'flush',
  milliseconds: number,
): Promise<number> {
  const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaint = '';
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('close', (_code, signal) => resolve(signal)),
  );
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  child.stdout.on('data', (chunk: Buffer) => {
    if (said === '' && from === 'flush') setTimeout(() => child.kill('SIGKILL'), milliseconds);
    said += chunk.toString();
  });
  if (from === 'start') setTimeout(() => child.kill('SIGKILL'), 2 * milliseconds);
  expect(await ended, complaint).toBe('SIGKILL');
  const whole = said.slice(0, Math.max(0, said.lastIndexOf('\n')));
  return Number(whole.split('\n').at(-1));
}
