import { exportOnnx } from '../../engine/onnx/exportOnnx';
import { assertNever } from '../../network/assertNever';
import type { ExportForm, ExportSource } from './exportForm';

/** A model that answers, and how to ask it. */
export const onnxForm: ExportForm = {
  id: 'onnx',
  summary: 'for onnxruntime and other engines',
  files: (source) =>
    new Map<string, string | Uint8Array>([
      ['model.onnx', exportOnnx(source.document, source.analysis, source.weights)],
      ['README.md', readme(source)],
    ]),
};

function readme({ document, analysis, weightsText }: ExportSource): string {
  const input = document.nodes.find(({ kind }) => kind === 'input');
  const imageShape = analysis.nodes.get(input?.id ?? '')?.outputShape ?? [];
  const [height, width, channels] = imageShape;
  const shape = `${channels}, ${height}, ${width}`;
  const last = document.nodes.find(({ kind }) => kind === 'softmax') === undefined;
  return `# ${document.name}

\`model.onnx\` (operator set 17) takes \`images\`, floats of N × ${shape.replaceAll(', ', ' × ')} (channels first), and gives
\`predictions\`, a value for each class${last ? ': logits, of which softmax makes probabilities' : ''}. Images are to be scaled as in training:
${scalingText(document.training.normalisation)}. Weights: ${weightsText}.

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

\`\`\`js
import { InferenceSession, Tensor } from 'onnxruntime-node';

const session = await InferenceSession.create('model.onnx');
const images = new Tensor('float32', new Float32Array(${imageShape.join(' * ')}), [1, ${shape}]); // put an image here
const { predictions } = await session.run({ images });
console.log(predictions.data.indexOf(Math.max(...predictions.data)));
\`\`\`
`;
}

function scalingText(normalisation: ExportSource['document']['training']['normalisation']): string {
  switch (normalisation) {
    case 'none':
      return 'values from 0 to 1';
    case 'channel':
      return 'values from 0 to 1, then less the mean of the training images and divided by their deviation, channel by channel';
    case 'pixel':
      return 'values from 0 to 1, then less the mean training image, pixel by pixel, and divided by the deviation of each channel';
    default:
      return assertNever(normalisation);
  }
}
