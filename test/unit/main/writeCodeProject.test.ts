import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeCodeProject } from '../../../src/main/codeProject/writeCodeProject';
import { serialiseProject } from '../../../src/network/graph/projectFile';
import { lenet5 } from '../../../src/network/templates/lenet5';

const document = lenet5.create({});
const text = serialiseProject(document);
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'layerwise-code-project-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe.each(['keras', 'pytorch'] as const)('a project for %s', (form) => {
  it('holds what trains the network, and its first weights, in a folder that is made', async () => {
    const folder = join(root, 'projects', 'LeNet-5');
    await writeCodeProject({ form, text, folder, runsFolder: root });
    const names = readdirSync(folder);
    for (const name of ['README.md', 'train.py', 'model.py', 'requirements.txt', 'weights.safetensors'])
      expect(names).toContain(name);
    expect(readFileSync(join(folder, 'project.layerwise'), 'utf8')).toBe(text);
  });

  it('begins with the weights that the project begins with', async () => {
    const first = join(root, 'first');
    await writeCodeProject({ form, text, folder: first, runsFolder: root });
    const bytes = readFileSync(join(first, 'weights.safetensors'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const reference = {
      type: 'file',
      path: join(first, 'weights.safetensors'),
      name: 'first',
      sha256,
    } as const;
    const other = { ...document, startingWeights: reference, training: { ...document.training, seed: 5 } };
    const second = join(root, 'second');
    await writeCodeProject({ form, text: serialiseProject(other), folder: second, runsFolder: root });
    expect(readFileSync(join(second, 'weights.safetensors'))).toEqual(bytes);
  });

  it('replaces nothing', async () => {
    await writeCodeProject({ form, text, folder: root, runsFolder: root });
    await expect(writeCodeProject({ form, text, folder: root, runsFolder: root })).rejects.toThrow(
      /holds a .* already/,
    );
  });

  it('is not written of a network that does not train', async () => {
    const broken = serialiseProject({ ...document, edges: [] });
    await expect(writeCodeProject({ form, text: broken, folder: root, runsFolder: root })).rejects.toThrow(
      /can't be exported/,
    );
    expect(readdirSync(root)).toEqual([]);
  });
});
