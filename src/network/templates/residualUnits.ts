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

  unit(place: UnitPlace, from: string): string {
    const branch = this.plan.unit === 'basic' ? this.#basic(place, from) : this.#bottleneck(place, from);
    const last = this.plan.unit === 'basic' ? place.convolutions[1] : place.number;
    if (this.plan.shortcut === 'none') return this.activate(last, branch);
    const sum = this.layer(`add${place.number}`, 'add', {}, this.shortcutOf(place, from), branch);
    return this.activate(last, sum);
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
    return this.norm(`${number}s`, projected);
  }
}
