import type { StepRange } from '../../charts/stepRange';
import type { Quantity } from '../../quantities/quantity';
import { onScale } from '../../quantities/quantityScale';
import type { TelemetryLog } from '../../training/telemetryLog';
import { tableColour } from './colourTable';
import type { MeasuredLayer } from './gradientProfile';

interface HeatMapContent {
  readonly log: TelemetryLog;
  readonly layers: readonly MeasuredLayer[];
  readonly quantity: Quantity;
  /** Packed pixels from one end of the colour scale to the other. */
  readonly colours: Uint32Array;
  /** From the left end to the right one. */
  readonly range: StepRange;
  /** Columns over that range. */
  readonly width: number;
}

/**
 * The pixels of a heat map: a row for each layer, a column for the last measured step at or before its right edge. They
 * are kept, and only those are worked out that came since: what was measured does not change.
 */
export class HeatMapPixels {
  readonly content: HeatMapContent;
  readonly packed: Uint32Array<ArrayBuffer>;
  /** Columns that no further step will change. */
  #settled = 0;
  /** Columns that hold something. */
  #filled = 0;
  #received = -1;

  constructor(content: HeatMapContent) {
    this.content = content;
    this.packed = new Uint32Array(content.width * content.layers.length);
  }

  /** For a canvas; it shares the pixels. */
  get image(): ImageData {
    const { width, layers } = this.content;
    return new ImageData(new Uint8ClampedArray(this.packed.buffer), width, layers.length);
  }

  /** Columns that hold something, from the left. */
  get filled(): number {
    return this.#filled;
  }

  /** Works out what was measured since; the columns that changed, from the first on and up to `end` without it. */
  extend(): { readonly first: number; readonly end: number } {
    const { log, range, width } = this.content;
    const first = this.#settled;
    if (log.received === this.#received || log.length === 0) return { first, end: first };
    this.#received = log.received;
    const measured = log.steps.at(log.length - 1);
    const share = Math.max(0, (measured - range.first) / (range.last - range.first));
    const end = Math.min(width, Math.ceil(width * share));
    for (let column = first; column < end; column += 1) this.#fill(column);
    this.#settled = Math.max(first, Math.min(end, Math.floor(width * share)));
    this.#filled = end;
    return { first, end };
  }

  #fill(column: number): void {
    const { log, layers, quantity, colours, range, width } = this.content;
    const step = range.first + ((column + 1) / width) * (range.last - range.first);
    const sample = Math.max(0, log.sampleAt(step));
    layers.forEach(({ index }, row) => {
      const value = onScale(quantity, quantity.measured(log, sample, index));
      this.packed[row * width + column] = tableColour(colours, quantity, value);
    });
  }
}
