import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ensurePythonPeer } from '../../../scripts/bench/pythonPeers.mjs';
import { scalarCurves } from '../../../src/engine/runs/curves/scalarCurves';
import { openRunFolder } from '../../../src/engine/runs/openRunFolder';
import { runCommand } from '../../unit/cli/runCommand';

const scalarsSchema = z.record(
  z.string(),
  z.array(
    z.tuple([
      z.int(),
      z
        .number()
        .nullable()
        .transform((value) => value ?? Number.NaN),
    ]),
  ),
);

test('TensorBoard reads from a run’s events what the run wrote down', { timeout: 180_000 }, async () => {
  const python = await ensurePythonPeer('tensorboard');
  const folder = mkdtempSync(join(tmpdir(), 'layerwise-tensorboard-'));
  try {
    const run = join(folder, 'run');
    const data = 'height=28 width=28 channels=1 classes=10 trainingImages=640 testImages=100'.split(' ');
    const train = ['train', 'lenet-5', '--dataset', 'synthetic', '--data', ...data, '--epochs', '2'];
    expect(await runCommand([...train, '--telemetry-every', '1', '--out', run])).toMatchObject({
      code: 0,
      stderr: '',
    });
    const events = join(folder, 'events');
    const written = await runCommand(['curves', run, '--to', 'tensorboard', '--out', events]);
    expect(written).toMatchObject({ code: 0, stderr: '' });

    const program = fileURLToPath(new URL('read_events.py', import.meta.url));
    const { stdout } = await promisify(execFile)(python, [program, events], { maxBuffer: 2 ** 26 });
    const read = scalarsSchema.parse(JSON.parse(stdout));
    const curves = scalarCurves(openRunFolder(run), 5000);
    expect(Object.keys(read).sort()).toEqual(curves.map(({ tag }) => tag).sort());
    for (const { tag, steps, values } of curves)
      expect(read[tag], tag).toEqual(
        steps.map((step, index) => [step, Math.fround(values[index] ?? Number.NaN)]),
      );
    expect(read['loss/training']).toHaveLength(20);
    expect(read['loss/validation']).toHaveLength(2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
