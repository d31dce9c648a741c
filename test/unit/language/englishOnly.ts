/** Folders and files whose words stay English, each with the reason. */
export const englishOnly: Readonly<Record<string, string>> = {
  'src/cli/': 'The command line speaks English, whatever the window speaks.',
  'src/server/': 'What “layerwise serve” prints, and answers to programs that no page shows.',
  'src/engine/runs/bundle/': 'Runs are bundled and replayed on the command line alone.',
  'src/engine/train/compareSeries.ts': 'Runs are bundled and replayed on the command line alone.',
  'src/network/code/': 'Comments in generated programs, which are read and shared like other code.',
  'src/engine/pytorch/importing/pytorchRecipe.ts': 'Lines of Python.',
  'src/engine/keras/exporting/kerasArchive.ts': 'Lines of Python.',
  'src/engine/onnx/exportOnnx.ts': 'Remarks within a file for other programs.',
  'src/engine/exporting/imagesText.ts':
    'READMEs beside exported models, and the command line’s list of forms.',
  'src/engine/exporting/kerasFileForm.ts': 'The command line’s list of forms.',
  'src/engine/exporting/kerasForm.ts': 'The command line’s list of forms.',
  'src/engine/exporting/onnxForm.ts': 'READMEs beside exported models, and the command line’s list of forms.',
  'src/engine/exporting/pytorchForm.ts': 'The command line’s list of forms.',
  'src/engine/exporting/safetensorsForm.ts': 'The command line’s list of forms.',
  'src/engine/exporting/tfjsForm.ts': 'READMEs beside exported models, and the command line’s list of forms.',
  'src/engine/data/classNames.ts': 'Classes of datasets, named as they were published.',
};
