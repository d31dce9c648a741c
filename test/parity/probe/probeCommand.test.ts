import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { runCommand } from '../../unit/cli/runCommand';

const folder = mkdtempSync(join(tmpdir(), 'layerwise-probe-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What scripts are promised; nothing more, nothing less. */
const answerSchema = z.strictObject({
  nodes: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      depth: z.int().nullable(),
      activationGradientNorm: z.number().nullable(),
    }),
  ),
  verdicts: z.array(
    z.strictObject({
      kind: z.string(),
      severity: z.enum(['fault', 'warning', 'note']),
      nodes: z.array(z.string()),
      evidence: z.string(),
      cause: z.string(),
      remedies: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    }),
  ),
});

async function answer(words: readonly string[]) {
  const { code, stdout, stderr } = await runCommand(['probe', ...words, '--json']);
  expect(code, stderr).toBe(0);
  return { ...answerSchema.parse(JSON.parse(stdout)), stderr };
}

const glorot = ['--set', 'batchNorm=false', '--set', 'initialiser=glorotUniform', '--set', 'width=0.5'];

test('a vanishing gradient is told in JSON, and the network that the remedy makes is healthy', async () => {
  const file = join(folder, 'mended.layerwise');
  const noise = ['--dataset', 'noise', '--seeds', '2', '--seed', '7'];
  const ill = await answer([
    'plain-20-cifar',
    ...glorot,
    ...noise,
    '--apply',
    'add-shortcuts',
    '--out',
    file,
  ]);
  expect(ill.stderr).toContain('Random labels');
  expect(ill.nodes[0]).toEqual({ id: 'input', label: 'input', depth: null, activationGradientNorm: null });
  expect(ill.nodes.flatMap(({ depth }) => depth ?? [])).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  expect(ill.verdicts.map(({ kind }) => kind)).toContain('vanishing');
  const mended = await answer([file, ...noise]);
  expect(mended.nodes.length).toBeGreaterThan(ill.nodes.length);
  expect(mended.verdicts.map(({ kind }) => kind)).not.toContain('vanishing');
});

test('people read every layer’s gradient, what it means, and how to apply what would mend it', async () => {
  const { code, stdout } = await runCommand([
    ...['probe', 'plain-20-cifar', ...glorot],
    ...['--dataset', 'noise', '--seeds', '1'],
  ]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Layer +Depth +‖∂L\/∂a‖/m);
  expect(stdout).toMatch(/^conv4_6 +19 +\d/m);
  expect(stdout).toContain('Fault: Vanishing gradient');
  expect(stdout).toContain('--apply add-shortcuts');
});

test('a remedy that is not offered is refused with those that are', async () => {
  const words = ['probe', 'plain-20-cifar', ...glorot, '--dataset', 'noise', '--seeds', '1'];
  const { code, stderr } = await runCommand([
    ...words,
    '--apply',
    'add-shortcut',
    '--out',
    join(folder, 'x'),
  ]);
  expect(code).toBe(2);
  expect(stderr).toMatch(/No remedy "add-shortcut" is offered.*\nDid you mean add-shortcuts\?/);
});
