import { AdviceError } from '../adviceError';
import { savedModel } from '../tensorflow/savedModel';
import type { ExportForm, ExportSource } from './exportForm';
import { channelsLastText, imageShapeOf } from './imagesText';

/** What TensorFlow reads of one message of protobuf: 2 GiB, of which the graph itself needs a little. */
const mostWeightBytes = 2 ** 31 - 2 ** 25;

/** A SavedModel of TensorFlow, and how to ask it. */
export const savedModelForm: ExportForm = {
  id: 'savedmodel',
  summary: 'a TensorFlow SavedModel with a serving signature',
  async files(source) {
    const { document, analysis, weights } = source;
    const bytes = [...weights.values()].reduce((sum, values) => sum + values.byteLength, 0);
    if (bytes > mostWeightBytes)
      throw new AdviceError(
        `${document.name} has ${(bytes / 2 ** 30).toFixed(1)} GiB of weights: more than the 2 GiB that a SavedModel takes as constants.`,
        'Export it as keras-file, which Keras turns into a SavedModel with variables: model.export("folder").',
      );
    return new Map<string, string | Uint8Array>([
      ['saved_model.pb', savedModel(document, analysis, weights)],
      ['README.md', readme(source)],
    ]);
  },
};

function readme(source: ExportSource): string {
  return `# ${source.document.name}

This folder is a SavedModel of TensorFlow 2. Its signature \`serving_default\` is the network that answers.
${channelsLastText(source)}
They are constants of the graph, not variables: this model answers, and does not train on.

Python (\`pip install tensorflow\`):

\`\`\`python
import numpy as np
import tensorflow as tf

model = tf.saved_model.load(".")
images = np.zeros((1, ${imageShapeOf(source).join(', ')}), dtype=np.float32)  # put an image here
predictions = model.signatures["serving_default"](images=tf.constant(images))["predictions"]
print(int(tf.argmax(predictions, axis=1)[0]))
\`\`\`
`;
}
