import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readMetrics } from '../../../src/engine/runs/metrics/readMetrics';
import { decodeSafetensors } from '../../../src/engine/runs/safetensors';
import { runCommand } from '../../unit/cli/runCommand';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-train-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const number = z.number();
const stepSchema = z.object({
  type: z.literal('step'),
  step: number,
  loss: number,
  accuracy: number,
  gradients: z.object({
    nodes: z.array(
      z.object({ id: z.string(), label: z.string(), activationGradientNorm: number.nullable() }),
    ),
    weights: z.array(
      z.object({
        node: z.string(),
        name: z.string(),
        gradientNorm: number,
        weightNorm: number,
        updateRatio: number.nullable(),
      }),
    ),
  }),
});
const lineSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), backend: z.literal('tensorflow'), device: z.enum(['cpu', 'gpu']) }),
  stepSchema,
  z.object({
    type: z.literal('epoch'),
    epoch: number,
    loss: number,
    accuracy: number,
    validationLoss: number,
    validationAccuracy: number,
    imagesPerSecond: number,
  }),
  z.object({
    type: z.literal('end'),
    reason: z.string(),
    step: number,
    epochs: number,
    validationAccuracy: number.nullable(),
  }),
]);

const linesOf = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => lineSchema.parse(JSON.parse(line)));
const stepsOf = (stdout: string) =>
  linesOf(stdout).filter((line): line is z.infer<typeof stepSchema> => line.type === 'step');

describe('layerwise train lenet-5', () => {
  test('reaches 97 % validation accuracy on MNIST in one epoch, and writes the run down', {
    timeout: 300_000,
  }, async () => {
    const out = join(folder, 'run');
    const words = ['train', 'lenet-5', '--dataset', 'mnist', '--epochs', '1', '--json', '--out', out];
    const { code, stdout, stderr } = await runCommand(words);
    expect([code, stderr]).toEqual([0, '']);
    const lines = linesOf(stdout);
    expect(lines[0]?.type).toBe('start');
    expect(stepsOf(stdout)).toHaveLength(95);
    const [epoch, end] = lines.slice(-2);
    if (epoch?.type !== 'epoch' || end?.type !== 'end') throw new Error('The run did not end.');
    expect(epoch.validationAccuracy).toBeGreaterThanOrEqual(0.97);
    expect(end).toMatchObject({ reason: 'finished', step: 938, epochs: 1 });
    expect(end.validationAccuracy).toBe(epoch.validationAccuracy);
    const written = readMetrics(join(out, 'metrics.jsonl')).lines;
    const steps = written.flatMap((line) => (line.type === 'step' ? [[line.step, line.loss]] : []));
    expect(steps).toEqual(stepsOf(stdout).map(({ step, loss }) => [step, loss]));
    expect(written.filter(({ type }) => type === 'epoch')).toMatchObject([epoch]);
    const { tensors, metadata } = decodeSafetensors(readFileSync(join(out, 'checkpoints/last.safetensors')));
    expect(metadata).toMatchObject({ step: '938', epochs: '1' });
    const names = [...tensors].map(([name, { shape }]) => `${name} ${shape.join('×')}`);
    expect(names).toContain('weights/conv1/kernel 5×5×1×6');
    expect(names).toContain('weights/fc3/bias 10');
    expect(names.filter((name) => name.startsWith('optimizer/'))).toHaveLength(10);
  });

  test('gives the same series with the same seed', async () => {
    const words = ['train', 'lenet-5', '--steps', '30', '--telemetry-every', '5', '--json', '--seed'];
    const [first, second, other] = [
      await runCommand([...words, '3']),
      await runCommand([...words, '3']),
      await runCommand([...words, '4']),
    ];
    expect(stepsOf(first.stdout).map(({ step }) => step)).toEqual([1, 6, 11, 16, 21, 26, 30]);
    expect(stepsOf(second.stdout)).toEqual(stepsOf(first.stdout));
    expect(stepsOf(other.stdout)).not.toEqual(stepsOf(first.stdout));
  });

  test('gives every layer’s gradient, and no ratio for a weight that is still zero', async () => {
    const { stdout } = await runCommand(['train', 'lenet-5', '--steps', '1', '--json']);
    const [step] = stepsOf(stdout);
    const norms = new Map(
      step?.gradients.nodes.map(({ id, activationGradientNorm }) => [id, activationGradientNorm]),
    );
    expect(norms.get('input') ?? null).toBeNull();
    for (const id of ['conv1', 'relu2', 'pool2', 'fc1', 'fc3']) expect(norms.get(id)).toBeGreaterThan(0);
    for (const { name, updateRatio } of step?.gradients.weights ?? [])
      if (name === 'bias') expect(updateRatio).toBeNull();
      else expect(updateRatio).toBeGreaterThan(0);
  });

  test('stops cleanly when it is interrupted, and keeps the weights', async () => {
    const controller = new AbortController();
    const out = join(folder, 'run');
    const words = ['train', 'lenet-5', '--epochs', '50', '--json', '--out', out];
    const { code, stdout } = await runCommand(words, controller.signal, (text) => {
      if (text.includes('"step":11')) controller.abort({ exitCode: 130 });
    });
    expect(code).toBe(130);
    expect(linesOf(stdout).at(-1)).toMatchObject({ type: 'end', reason: 'stopped' });
    const { tensors } = decodeSafetensors(readFileSync(join(out, 'checkpoints/last.safetensors')));
    expect(tensors.get('weights/fc1/kernel')?.shape).toEqual([400, 120]);
  });

  test('ends with 1 and names the place where it diverges', async () => {
    const words = [
      'train',
      'lenet-5',
      '--optimizer',
      'sgd',
      '--lr',
      '1000',
      '--schedule',
      'constant',
      '--json',
    ];
    const { code, stdout, stderr } = await runCommand([...words, '--warm-up-steps', '0', '--epochs', '1']);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /(Loss became|A gradient stopped).* at step \d+: first .* (values|gradient) of \w+/,
    );
    const last: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    expect(last).toMatchObject({ type: 'end', reason: 'diverged', message: expect.any(String) });
  });

  test('prints what people read', async () => {
    const { code, stdout } = await runCommand(['train', 'lenet-5', '--steps', '3']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^LeNet-5 · 61,706 trainable parameters · MNIST: 60,000 training/);
    expect(stdout).toMatch(/^TensorFlow \d+\.\d+\.\d+ · /m);
    expect(stdout).toMatch(/^conv1 +[\d.e-]+$/m);
    expect(stdout).toMatch(/^Finished: 3 steps in \d+ s\.$/m);
  });
});
