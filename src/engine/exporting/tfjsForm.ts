import { formatShape } from '../../network/layers/shape';
import { layersModelFiles } from '../layersModel/layersModelFiles';
import type { ExportForm, ExportSource } from './exportForm';
import { channelsLastText, imageShapeOf } from './imagesText';

/** A layers model of TensorFlow.js, and how to ask it. */
export const tfjsForm: ExportForm = {
  id: 'tfjs',
  summary: 'a layers model for TensorFlow.js, for browsers and Node',
  async files(source) {
    const files = layersModelFiles(source.document, source.analysis, source.weights);
    return new Map([...files, ['README.md', readme(source, files.has('layers.mjs'))]]);
  },
};

function readme(source: ExportSource, custom: boolean): string {
  const shape = imageShapeOf(source);
  const extents = `[1, ${shape.join(', ')}]`;
  const registers = custom ? "import './layers.mjs';\n" : '';
  const lacking = custom
    ? '\nTensorFlow.js has no local response normalisation: import `layers.mjs` before the model is loaded.\n'
    : '';
  return `# ${source.document.name}

\`model.json\` is a layers model for TensorFlow.js 4, its weights in the \`.bin\` files beside it. ${channelsLastText(source)}
${lacking}
In a browser, where \`model.json\` is served beside the page:

\`\`\`js
import * as tf from '@tensorflow/tfjs';
${registers}
const model = await tf.loadLayersModel('model.json');
const images = tf.zeros(${extents}); // put an image here: ${formatShape(shape)}
const predictions = model.predict(images);
console.log(predictions.argMax(1).dataSync()[0]);
\`\`\`

In Node (\`npm install @tensorflow/tfjs\`), which reads the files itself:

\`\`\`mjs
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
${registers}
const { modelTopology, weightsManifest } = JSON.parse(readFileSync('model.json', 'utf8'));
const [{ paths, weights }] = weightsManifest;
const shards = Buffer.concat(paths.map((path) => readFileSync(path)));
const weightData = new Uint8Array(shards).buffer;
const model = await tf.loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs: weights, weightData }));
const images = tf.zeros(${extents}); // put an image here: ${formatShape(shape)}
const predictions = model.predict(images);
console.log(predictions.argMax(1).dataSync()[0]);
\`\`\`
`;
}
