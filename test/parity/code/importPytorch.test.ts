import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensurePythonPeer } from '../../../scripts/bench/pythonPeers.mjs';
import { importFile } from '../../../src/engine/importing/importFile';
import { type PytorchContent, pytorchRecipe } from '../../../src/engine/pytorch/importing/pytorchRecipe';
import { expectAnswers, imported } from '../cases/importedAnswers';

const files: readonly (readonly [string, PytorchContent])[] = [
  ['program.pt2', 'program'],
  ['script.pt', 'script'],
  ['weights.pth', 'objects'],
  ['whole.pt', 'objects'],
];

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layerwise-pytorch-models-'));
  for (const [name, content] of files)
    writeFileSync(join(folder, `${name}.py`), pytorchRecipe(content, join(folder, name)).join('\n'));
  const [python, besides] = [await ensurePythonPeer('pytorch'), await ensurePythonPeer('onnx')];
  const program = fileURLToPath(new URL('pytorch_models.py', import.meta.url));
  await promisify(execFile)(python, [program, folder], {
    env: { ...process.env, PYTHONPATH: packagesOf(besides) },
  });
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where an environment has its packages: lib/python3.12/site-packages beside its Python, or Lib on Windows. */
function packagesOf(python: string): string {
  const environment = dirname(dirname(python));
  if (process.platform === 'win32') return join(environment, 'Lib', 'site-packages');
  const version = readdirSync(join(environment, 'lib')).find((name) => name.startsWith('python')) ?? '';
  return join(environment, 'lib', version, 'site-packages');
}

test.each(files)(
  'the recipe for %s makes an ONNX model that has PyTorch’s answers',
  async (name, content) => {
    const refused = await importFile(join(folder, name));
    expect(refused).toMatchObject({ recipe: pytorchRecipe(content, join(folder, name)) });
    const network = await imported(join(folder, name.replace(/\.\w+$/, '.onnx')));
    expect(network.notes).toEqual([]);
    expectAnswers(folder, network);
  },
);
