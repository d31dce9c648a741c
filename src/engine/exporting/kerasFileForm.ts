import { kerasDifferences } from '../../network/code/keras/kerasDifferences';
import { readKerasNetwork } from '../../network/code/keras/kerasNodes';
import { kerasArchive } from '../keras/exporting/kerasArchive';
import type { ExportForm, ExportSource } from './exportForm';
import { channelsLastText, imageShapeOf } from './imagesText';

/** A model as Keras saves it, the classes that Keras lacks, and how to ask it. */
export const kerasFileForm: ExportForm = {
  id: 'keras-file',
  summary: 'a Keras 3 model file, .keras',
  trainsIn: 'keras',
  async files(source) {
    const { bytes, classes } = await kerasArchive(source.document, source.analysis, source.weights);
    return new Map<string, string | Uint8Array>([
      ['model.keras', bytes],
      ...(classes === null ? [] : ([['layerwise_layers.py', classes]] as const)),
      ['README.md', readme(source, classes !== null)],
    ]);
  },
};

function readme(source: ExportSource, custom: boolean): string {
  const { document, analysis } = source;
  const registers = custom ? 'import layerwise_layers  # registers what Keras lacks\n' : '';
  return `# ${document.name}

\`model.keras\` is the network that answers as a functional model of Keras 3. ${channelsLastText(source)}

Python (\`pip install keras tensorflow\`; PyTorch and JAX do too, see \`KERAS_BACKEND\`):

\`\`\`python
import keras
${registers}import numpy as np

model = keras.saving.load_model("model.keras")
images = np.zeros((1, ${imageShapeOf(source).join(', ')}), dtype="float32")  # put an image here
predictions = model.predict(images, verbose=0)
print(predictions.argmax(axis=1)[0])
\`\`\`

It trains on from here after \`model.compile(…)\`; auxiliary heads are left out, as they are of answers.
${kerasDifferences(readKerasNetwork(document, analysis).nodes)}`;
}
