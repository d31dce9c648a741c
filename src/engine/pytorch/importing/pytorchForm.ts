import { open } from 'node:fs/promises';
import type { ImportForm } from '../../importing/importForm';
import { readZipDirectory } from '../../runs/bundle/zipDirectory';
import { type PytorchContent, pytorchRecipe } from './pytorchRecipe';

const endings = ['pt', 'pth', 'pt2'] as const;

/** There is a file for each weight; and names, of 64 bytes or so, for all of them. */
const limits = { files: 200_000, directoryBytes: 64 * 1024 ** 2 };

/** Files of PyTorch's hold programs or objects of Python's, which only PyTorch can read: it writes them as ONNX. */
export const pytorchForm: ImportForm = {
  id: 'pytorch',
  label: 'PyTorch model (by way of ONNX)',
  endings,
  async read(path) {
    const content = await contentOf(path);
    return {
      problem: {
        message: 'Only PyTorch itself can read its files.',
        advice: 'Have it write the model as ONNX, by the lines above, and import that file.',
      },
      recipe: pytorchRecipe(content, path),
    };
  },
};

/** By what lies in the file; what can't be told, as in files of old, is taken for objects. */
async function contentOf(path: string): Promise<PytorchContent> {
  const file = await open(path, 'r');
  try {
    const names = [...(await readZipDirectory(file, limits)).keys()];
    if (names.some((name) => /^[^/]*\/(archive_format|models\/.*)$/.test(name))) return 'program';
    return names.some((name) => /^[^/]*\/code\//.test(name)) ? 'script' : 'objects';
  } catch {
    return 'objects';
  } finally {
    await file.close();
  }
}
