import { evaluationLimits } from '../../protocol/evaluationMessages';
import { formatBytes } from '../format/bytes';
import { t } from '../language/t';
import { usePrediction } from './predictionStore';

/** What the engine decodes itself. */
const decoded = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/tiff', 'image/avif']);

/** Asks about an image file; what the engine does not decode, the page does where it can, as a BMP. */
export async function askFile(file: File, invert: boolean): Promise<void> {
  const bytes = new Uint8Array(await (await readable(file)).arrayBuffer());
  if (bytes.byteLength > evaluationLimits.fileBytes)
    return usePrediction.setState({
      predicted: null,
      failure: {
        message: t`${file.name} has ${formatBytes(bytes.byteLength)}, and ${formatBytes(evaluationLimits.fileBytes)} is the limit.`,
        advice: t`Make it smaller: the network looks at few pixels anyway.`,
      },
    });
  usePrediction.getState().ask({ type: 'file', name: file.name.slice(0, 400), bytes, invert });
}

/** A PNG of the image where the page knows a form that the engine does not; else the file as it is. */
async function readable(file: File): Promise<Blob> {
  if (decoded.has(file.type)) return file;
  try {
    const image = await createImageBitmap(file);
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return await canvas.convertToBlob({ type: 'image/png' });
  } catch {
    return file;
  }
}
