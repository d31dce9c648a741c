import { type LayerStyle, StyledDraft } from './styledDraft';

/** How a shortcut meets a shape that differs; `none` leaves shortcuts out: a plain network. */
export type ShortcutOption = 'none' | 'A' | 'B' | 'C';

export interface ResidualPlan {
  readonly style: LayerStyle;
  readonly shortcut: ShortcutOption;
  /** Two 3×3 convolutions, or 1×1, 3×3, 1×1 with a quarter of the channels inside. */
  readonly unit: 'basic' | 'bottleneck';
  /** Which convolution of a bottleneck has the stride: the first (He et al. 2016) or the 3×3 ("v1.5"). */
  readonly strideAt: 'first' | 'middle';
}

/** Where a unit stands: its number as in the layers' names, and what comes in and goes out. */
export interface UnitPlace {
  /** Stage and number: `3_1`. */
  readonly number: string;
  /** Numbers of the convolutions of a basic unit: `3_1` and `3_2`, as in the plain network. */
  readonly convolutions: readonly [string, string];
  readonly stride: 1 | 2;
  readonly channelsIn: number;
  readonly channelsOut: number;
  /** Whether it is the very first, directly behind the stem. */
  readonly first: boolean;
}

/** The stages of a residual network: each but the first halves height and width. */
export interface Stages {
  /** Units of each stage. */
  readonly units: readonly number[];
  /** Channels of each stage; of a bottleneck those inside. */
  readonly channels: readonly number[];
  /** Channels of what comes in. */
  readonly channelsIn: number;
  /** Whether each stage is one card at first; those of a plain network are open, for shortcuts to be drawn in them. */
  readonly collapsed: boolean;
}

/** Output channels of a bottleneck, in units of its inner ones (He et al. 2016, Table 1). */
export const bottleneckExpansion = 4;

/** The residual units of He et al. 2016 (Deep Residual Learning, Figures 2 and 5): the ReLU follows the addition. */
export class ResidualDraft extends StyledDraft {
  readonly plan: ResidualPlan;

  constructor(plan: ResidualPlan) {
    super(plan.style);
    this.plan = plan;
  }

  /** All stages one behind the other, called conv2_x, conv3_x, … as in the paper. */
  stages({ units: counts, channels, channelsIn: first, collapsed: wanted }: Stages, from: string): string {
    const { unit, shortcut } = this.plan;
    const collapsed = wanted && shortcut !== 'none';
    let [end, channelsIn] = [from, first];
    for (const [index, count] of counts.entries()) {
      const stage = index + 2;
      const channelsOut = (channels[index] ?? 1) * (unit === 'basic' ? 1 : bottleneckExpansion);
      this.inBlock(`conv${stage}_x`, collapsed, () => {
        for (let place = 1; place <= count; place += 1) {
          const spot: UnitPlace = {
            number: `${stage}_${place}`,
            convolutions: [`${stage}_${2 * place - 1}`, `${stage}_${2 * place}`],
            stride: place === 1 && stage > 2 ? 2 : 1,
            channelsIn,
            channelsOut,
            first: place === 1 && stage === 2,
          };
          const start = end;
          const add = () => this.unit(spot, start);
          // Open stages are shown layer by layer: a frame around each unit too would be one too many.
          end = collapsed ? this.inBlock(`unit${stage}_${place}`, true, add) : add();
          channelsIn = channelsOut;
        }
      });
    }
    return end;
  }

  unit(place: UnitPlace, from: string): string {
    const branch = this.branch(place, from);
    const last = this.plan.unit === 'basic' ? place.convolutions[1] : place.number;
    if (this.plan.shortcut === 'none') return this.activate(last, branch);
    const sum = this.layer(`add${place.number}`, 'add', {}, this.shortcutOf(place, from), branch);
    return this.activate(last, sum);
  }

  /** The layers that the shortcut leads past, without the last activation. */
  branch(place: UnitPlace, from: string): string {
    return this.plan.unit === 'basic' ? this.#basic(place, from) : this.#bottleneck(place, from);
  }

  #basic({ convolutions: [first, second], stride, channelsOut: filters }: UnitPlace, from: string): string {
    const inner = this.convolutionBlock(first, { filters, kernel: 3, stride }, from);
    return this.norm(second, this.convolution(second, { filters, kernel: 3 }, inner));
  }

  #bottleneck({ number, stride, channelsOut }: UnitPlace, from: string): string {
    const filters = channelsOut / bottleneckExpansion;
    const [first, middle] = this.plan.strideAt === 'first' ? [stride, 1] : [1, stride];
    const narrow = this.convolutionBlock(`${number}a`, { filters, kernel: 1, stride: first }, from);
    const inner = this.convolutionBlock(`${number}b`, { filters, kernel: 3, stride: middle }, narrow);
    return this.norm(
      `${number}c`,
      this.convolution(`${number}c`, { filters: channelsOut, kernel: 1 }, inner),
    );
  }

  /** The way past a unit, with what its shape asks for (section 4.1). */
  shortcutOf({ number, stride, channelsIn, channelsOut }: UnitPlace, from: string): string {
    const differs = stride > 1 || channelsIn !== channelsOut;
    const { shortcut } = this.plan;
    if (!differs && shortcut !== 'C') return from;
    if (shortcut === 'A')
      return this.layer(
        `pad${number}`,
        'shortcutPad',
        { channels: channelsOut, strides: [stride, stride] },
        from,
      );
    const projected = this.convolution(`${number}s`, { filters: channelsOut, kernel: 1, stride }, from);
    return this.projectionNorm(`${number}s`, projected);
  }

  /** Batch norm behind a projection. */
  projectionNorm(number: string, from: string): string {
    return this.norm(number, from);
  }

  /** What follows the last unit; nothing where each unit ends in an activation. */
  last(from: string): string {
    return from;
  }
}
