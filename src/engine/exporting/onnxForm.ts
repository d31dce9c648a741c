import { exportOnnx } from '../onnx/exportOnnx';
import type { ExportForm, ExportSource } from './exportForm';
import { imageShapeOf, predictionsText, scalingText } from './imagesText';

/** A model that answers, and how to ask it. */
export const onnxForm: ExportForm = {
  id: 'onnx',
  summary: 'for onnxruntime and other engines',
  files: async (source) =>
    new Map<string, string | Uint8Array>([
      ['model.onnx', exportOnnx(source.document, source.analysis, source.weights)],
      ['README.md', readme(source)],
    ]),
};

function readme(source: ExportSource): string {
  const { document, weightsText } = source;
  const imageShape = imageShapeOf(source);
  const [height, width, channels] = imageShape;
  const shape = `${channels}, ${height}, ${width}`;
  return `# ${document.name}

\`model.onnx\` (operator set 17) takes \`images\`, floats of N × ${shape.replaceAll(', ', ' × ')} (channels first), and gives
${predictionsText(document)}. Images are to be scaled as in training:
${scalingText(document)}. Weights: ${weightsText}.

Python (\`pip install onnxruntime numpy\`):

\`\`\`python
import numpy as np
import onnxruntime

session = onnxruntime.InferenceSession("model.onnx")
images = np.zeros((1, ${shape}), dtype=np.float32)  # put an image here
(predictions,) = session.run(["predictions"], {"images": images})
print(predictions.argmax(axis=1))
\`\`\`

JavaScript (\`npm install onnxruntime-node\`):

\`\`\`mjs
import { InferenceSession, Tensor } from 'onnxruntime-node';

const session = await InferenceSession.create('model.onnx');
const images = new Tensor('float32', new Float32Array(${imageShape.join(' * ')}), [1, ${shape}]); // put an image here
const { predictions } = await session.run({ images });
console.log(predictions.data.indexOf(Math.max(...predictions.data)));
\`\`\`
`;
}
