import { evidencePicture } from '../../network/evaluation/evidenceColours';
import type { ActivationMap } from '../../protocol/evaluationMessages';
import { loadSharp } from '../data/loadSharp';

/** Small images are enlarged, by whole factors, to this side at least. */
const leastSide = 224;
const opacity = 0.6;

/** A PNG of an image (values 0…1, height × width × channels) with the evidence for a class over it. */
export async function mapImage(
  image: Float32Array,
  [height = 1, width = 1, channels = 1]: readonly number[],
  map: ActivationMap,
): Promise<Uint8Array> {
  const factor = Math.max(1, Math.ceil(leastSide / Math.max(height, width)));
  const size = { height: height * factor, width: width * factor };
  const colours = evidencePicture(map, size);
  const pixels = Buffer.alloc(size.height * size.width * 3);
  for (let pixel = 0; pixel < size.height * size.width; pixel++) {
    const [y, x] = [Math.floor(pixel / size.width / factor), Math.floor((pixel % size.width) / factor)];
    const share = ((colours[4 * pixel + 3] ?? 0) / 255) * opacity;
    for (let colour = 0; colour < 3; colour++) {
      const value = image[(y * width + x) * channels + (channels === 3 ? colour : 0)] ?? 0;
      pixels[3 * pixel + colour] = Math.round(
        255 * value * (1 - share) + (colours[4 * pixel + colour] ?? 0) * share,
      );
    }
  }
  const sharp = await loadSharp();
  return sharp(pixels, { raw: { ...size, channels: 3 } })
    .png()
    .toBuffer();
}
