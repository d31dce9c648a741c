import { type LayerStyle, StyledDraft, scaled } from './styledDraft';

/** How the convolutions and pools of an Inception network slide. */
export interface InceptionWindow {
  readonly size: readonly [height: number, width: number];
  readonly stride?: number;
  readonly padding?: 'same' | 'valid';
}

/** Height and width of a square window. */
export const square = (size: number): readonly [number, number] => [size, size];

/** A network in the making of modules whose branches run side by side and are joined channel by channel. */
export class InceptionDraft extends StyledDraft {
  readonly #width: number;
  readonly #normScale: boolean;

  /** The style, what all channels are multiplied by, and whether batch norm learns a factor for each channel. */
  constructor(style: LayerStyle, width: number, normScale = true) {
    super(style);
    this.#width = width;
    this.#normScale = normScale;
  }

  override norm(number: string, from: string): string {
    const { batchNorm, epsilon } = this.style;
    if (!batchNorm) return from;
    const config = { scale: this.#normScale, ...(epsilon !== undefined && { epsilon }) };
    return this.layer(`bn${number}`, 'batchNorm', config, from);
  }

  /** Convolution, batch norm where the style has it, activation; the filters are multiplied by the width. */
  unit(number: string, filters: number, window: InceptionWindow, from: string): string {
    const { batchNorm, bias = !batchNorm, initialiser } = this.style;
    const { size, stride = 1, padding = 'same' } = window;
    const convolution = this.layer(
      `conv${number}`,
      'conv2d',
      {
        filters: scaled(filters, this.#width),
        kernelSize: size,
        strides: [stride, stride],
        padding,
        useBias: bias,
        initialiser,
      },
      from,
    );
    return this.activate(number, this.norm(number, convolution));
  }

  pool(id: string, kind: 'maxPool2d' | 'averagePool2d', window: InceptionWindow, from: string): string {
    const { size, stride = 1, padding = 'same' } = window;
    return this.layer(id, kind, { poolSize: size, strides: [stride, stride], padding }, from);
  }

  /** A collapsed block of branches that begin at the same layer and end in a concatenation of the block's name. */
  module(label: string, branches: () => readonly string[]): string {
    return this.inBlock(label, true, () => this.layer(`concat${label}`, 'concat', {}, ...branches()));
  }

  /** An auxiliary head: a collapsed block from a module to scores of the classes, and an output whose loss has this weight. */
  head(label: string, lossWeight: number, scores: () => string): void {
    const end = this.inBlock(label, true, scores);
    this.layer(`output_${label}`, 'output', { loss: 'softmaxCrossEntropy', lossWeight }, end);
  }
}
