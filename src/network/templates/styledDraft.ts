import { layerKind } from '../layers/registry';
import { NetworkDraft } from './networkDraft';

/** What all convolutions of a network have in common. */
export interface LayerStyle {
  readonly batchNorm: boolean;
  /** A layer kind of the category activation. */
  readonly activation: string;
  readonly initialiser: string;
  /** Whether convolutions have a bias; absent: where no batch norm follows. */
  readonly bias?: boolean;
  /** Added to batch norm's variances; absent: the layer's default. */
  readonly epsilon?: number;
}

export interface ConvolutionShape {
  readonly filters: number;
  readonly kernel: number;
  readonly stride?: number;
  /** Rows and columns of zeros at each side; absent: half the kernel, as PyTorch pads. */
  readonly pad?: number;
}

/**
 * A network in the making whose convolutions share a style. A layer that is numbered `2_1` is called conv2_1, and what
 * belongs to it bn2_1 and relu2_1.
 */
export class StyledDraft extends NetworkDraft {
  readonly style: LayerStyle;

  constructor(style: LayerStyle) {
    super();
    this.style = style;
  }

  convolution(
    number: string,
    { filters, kernel, stride = 1, pad = (kernel - 1) / 2 }: ConvolutionShape,
    from: string,
  ): string {
    const { batchNorm, bias = !batchNorm, initialiser } = this.style;
    const padding =
      stride === 1 && pad === (kernel - 1) / 2
        ? { padding: 'same' }
        : pad === 0
          ? { padding: 'valid' }
          : { padding: 'explicit', explicitPadding: [pad, pad, pad, pad] };
    const config = {
      filters,
      kernelSize: [kernel, kernel],
      strides: [stride, stride],
      ...padding,
      useBias: bias,
      initialiser,
    };
    return this.layer(`conv${number}`, 'conv2d', config, from);
  }

  /** Batch norm, where the style has it. */
  norm(number: string, from: string): string {
    const { batchNorm, epsilon } = this.style;
    if (!batchNorm) return from;
    return this.layer(`bn${number}`, 'batchNorm', epsilon === undefined ? {} : { epsilon }, from);
  }

  activate(number: string, from: string): string {
    const { activation } = this.style;
    return this.layer(`${layerKind(activation).stem}${number}`, activation, {}, from);
  }

  /** Convolution, batch norm, activation. */
  convolutionBlock(number: string, shape: ConvolutionShape, from: string): string {
    return this.activate(number, this.norm(number, this.convolution(number, shape, from)));
  }

  /** A pool without padding values that could win. */
  maxPool(
    id: string,
    { size, stride, pad = 0 }: { size: number; stride: number; pad?: number },
    from: string,
  ): string {
    const padding =
      pad === 0 ? { padding: 'valid' } : { padding: 'explicit', explicitPadding: [pad, pad, pad, pad] };
    return this.layer(
      id,
      'maxPool2d',
      { poolSize: [size, size], strides: [stride, stride], ...padding },
      from,
    );
  }

  dense(id: string, units: number, from: string): string {
    return this.layer(id, 'dense', { units, initialiser: this.style.initialiser }, from);
  }

  /** Dropout, unless the rate is 0. */
  dropout(id: string, rate: number, from: string): string {
    return rate === 0 ? from : this.layer(id, 'dropout', { rate }, from);
  }

  output(from: string, id = 'output'): string {
    return this.layer(id, 'output', { loss: 'softmaxCrossEntropy' }, from);
  }

  input(size: number, channels: number): string {
    return this.layer('input', 'input', { height: size, width: size, channels }, ...[]);
  }
}

/** Channels or units at a width: never less than one. */
export function scaled(channels: number, width: number): number {
  return Math.max(1, Math.round(channels * width));
}
