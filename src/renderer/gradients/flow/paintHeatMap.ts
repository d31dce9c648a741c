import type { Run } from '../../training/run';
import { tableColour } from './colourTable';
import { log10NormAt, type MeasuredLayer } from './gradientProfile';

interface HeatMap {
  readonly run: Run;
  readonly layers: readonly MeasuredLayer[];
  /** The step at the right end. */
  readonly lastStep: number;
  readonly colours: Uint32Array;
}

/** Paints a row for each layer and a column for each px: the last measured step at or before it. */
export function paintHeatMap(canvas: HTMLCanvasElement, { run, layers, lastStep, colours }: HeatMap): void {
  const ratio = window.devicePixelRatio;
  const width = Math.round(canvas.clientWidth * ratio);
  const height = Math.round(canvas.clientHeight * ratio);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null || width === 0 || height === 0) return;
  context.clearRect(0, 0, width, height);
  const measured = run.log.steps.at(run.log.length - 1);
  const columns = Math.min(width, Math.ceil((width * measured) / lastStep));
  if (layers.length === 0 || !(columns > 0)) return;

  const pixels = new ImageData(columns, layers.length);
  const packed = new Uint32Array(pixels.data.buffer);
  for (let column = 0; column < columns; column += 1) {
    const sample = Math.max(0, run.log.sampleAt(((column + 1) / width) * lastStep));
    layers.forEach((layer, row) => {
      packed[row * columns + column] = tableColour(colours, log10NormAt(run, sample, layer));
    });
  }
  const source = new OffscreenCanvas(columns, layers.length);
  source.getContext('2d')?.putImageData(pixels, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(source, 0, 0, columns, height);
}
