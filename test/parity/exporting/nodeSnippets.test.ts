import { expect, test } from 'vitest';
import { onnxForm } from '../../../src/engine/exporting/onnxForm';
import { tfjsForm } from '../../../src/engine/exporting/tfjsForm';
import { reducedTemplates } from '../cases/reducedTemplates';
import { answerToZeros, runSnippets, sourceOf } from './snippets';

/** AlexNet has a layer that TensorFlow.js lacks. */
test.each([
  [onnxForm.id, 'lenet-5', onnxForm],
  [tfjsForm.id, 'lenet-5', tfjsForm],
  [tfjsForm.id, 'alexnet', tfjsForm],
] as const)(
  'the code for Node beside %s of %s runs, and gives the engine’s answer',
  async (_id, name, form) => {
    const document = reducedTemplates.find((one) => one.name === name);
    if (document === undefined) throw new Error(`There is no template ${name}.`);
    const source = sourceOf(document);
    expect(await runSnippets(form, source, 'mjs', process.execPath)).toEqual([String(answerToZeros(source))]);
  },
);
