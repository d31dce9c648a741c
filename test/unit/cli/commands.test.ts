import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseProject, serialiseProject } from '../../../src/network/graph/projectFile';
import { lenet5 } from '../../../src/network/templates/lenet5';
import { templates } from '../../../src/network/templates/templates';
import { runCommand } from './runCommand';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('layerwise templates', () => {
  test('lists all templates with their costs', async () => {
    const { code, stdout, stderr } = await runCommand(['templates', '--json']);
    expect([code, stderr]).toEqual([0, '']);
    const lines: unknown = JSON.parse(stdout);
    expect(lines).toHaveLength(templates.length);
    expect(lines).toContainEqual(
      expect.objectContaining({
        id: 'lenet-5',
        name: 'LeNet-5',
        year: 1998,
        inputShape: [28, 28, 1],
        trainable: 61_706,
        nonTrainable: 0,
        macs: 416_520,
        settings: expect.arrayContaining([
          expect.objectContaining({ name: 'padding', default: 'same', choices: ['same', 'valid'] }),
        ]),
      }),
    );
  });

  test('prints a table for people', async () => {
    const { code, stdout } = await runCommand(['templates']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Template +Name +Year +Input +Parameters +Multiply-adds$/m);
    expect(stdout).toMatch(/^lenet-5 +LeNet-5 +1998 +28×28×1 +61,706 +416,520$/m);
  });
});

describe('layerwise describe', () => {
  test('gives shapes and costs of each layer', async () => {
    const { code, stdout, stderr } = await runCommand(['describe', 'lenet-5', '--json']);
    expect([code, stderr]).toEqual([0, '']);
    const description: { nodes: { id: string; trainable: number; macs: number }[] } = JSON.parse(stdout);
    expect(description).toMatchObject({
      name: 'LeNet-5',
      inputShape: [28, 28, 1],
      totals: { trainable: 61_706, nonTrainable: 0, macs: 416_520 },
      problems: [],
    });
    expect(description.nodes).toContainEqual({
      id: 'conv2',
      kind: 'conv2d',
      label: 'conv2',
      outputShape: [10, 10, 16],
      trainable: 2_416,
      nonTrainable: 0,
      frozen: 0,
      learningRateFactor: 1,
      macs: 240_000,
    });
    const sum = (of: 'trainable' | 'macs') => description.nodes.reduce((total, node) => total + node[of], 0);
    expect([sum('trainable'), sum('macs')]).toEqual([61_706, 416_520]);
  });

  test('describes a template with settings of one’s own', async () => {
    const small = ['--set', 'input=32', '--set', 'width=0.25', '--set', 'classes=10', '--json'];
    const { code, stdout } = await runCommand(['describe', 'vgg-16', ...small]);
    expect(code).toBe(0);
    const description: { nodes: { id: string; outputShape: number[] }[] } = JSON.parse(stdout);
    expect(description).toMatchObject({ inputShape: [32, 32, 3], problems: [] });
    expect(description.nodes).toContainEqual(
      expect.objectContaining({ id: 'conv5_3', outputShape: [2, 2, 128] }),
    );
  });

  test('prints the table of costs, and a picture', async () => {
    const csv = await runCommand(['describe', 'lenet-5', '--table', 'csv']);
    expect(csv.stdout).toContain('conv1,"Conv 5×5, 6",28×28×6,5×5,156,0,117600,18816');
    const markdown = await runCommand(['describe', 'lenet-5', '--table', 'markdown']);
    expect(markdown.stdout).toContain('**61706**');
    const picture = await runCommand(['describe', 'lenet-5', '--picture', 'dark']);
    expect(picture.stdout).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  });

  test('describes a project file like the template it was made from', async () => {
    const file = join(folder, 'mine.layerwise');
    expect((await runCommand(['new', 'lenet-5', '--out', file])).code).toBe(0);
    const [ofFile, ofTemplate] = [
      await runCommand(['describe', file, '--json']),
      await runCommand(['describe', 'lenet-5', '--json']),
    ];
    expect(ofFile).toEqual(ofTemplate);
  });

  test('describes a network with problems, and the problems with it', async () => {
    const document = lenet5.create();
    const file = join(folder, 'broken.layerwise');
    const edges = document.edges.filter(({ to }) => to !== 'conv2');
    writeFileSync(file, serialiseProject({ ...document, edges }));
    const { code, stdout } = await runCommand(['describe', file, '--json']);
    expect(code).toBe(0);
    const description: unknown = JSON.parse(stdout);
    expect(description).toMatchObject({
      problems: expect.arrayContaining([
        { severity: 'error', node: 'conv2', message: expect.any(String), advice: expect.any(String) },
      ]),
    });
    expect((await runCommand(['describe', file])).stdout).toMatch(/^Error at conv2: .+\n {2}.+/m);
  });
});

describe('layerwise new', () => {
  test('writes the template as a project', async () => {
    const file = join(folder, 'new.layerwise');
    const { code, stdout } = await runCommand(['new', 'lenet-5', '--out', file, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ file, template: 'lenet-5' });
    expect(parseProject(readFileSync(file, 'utf8'))).toEqual({ document: lenet5.create() });
  });

  test('replaces a file only when told to', async () => {
    const file = join(folder, 'mine.layerwise');
    writeFileSync(file, 'precious');
    const refused = await runCommand(['new', 'lenet-5', '--out', file]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/exists already.*\n.*--force/);
    expect(readFileSync(file, 'utf8')).toBe('precious');
    expect((await runCommand(['new', 'lenet-5', '--out', file, '--force'])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(serialiseProject(lenet5.create()));
  });
});

test.each([[['--help']], [['train', '--help']], [['--version']]])('%j succeeds', async (words) => {
  const { code, stdout, stderr } = await runCommand(words);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).not.toBe('');
});
