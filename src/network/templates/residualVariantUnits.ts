import { assertNever } from '../assertNever';
import { ResidualDraft, type ResidualPlan, type UnitPlace } from './residualUnits';

/** What is done to shortcut and branch before they are added (He et al. 2016, Identity Mappings, section 3). */
export type ShortcutVariant =
  | { readonly type: 'constantScaling'; readonly shortcut: number; readonly branch: number }
  /** Shortcut times 1 − g, branch times g: g = σ(1×1 convolution of the input), whose bias starts at `bias`. */
  | { readonly type: 'exclusiveGating'; readonly bias: number }
  /** Shortcut times 1 − g, the branch as it is. */
  | { readonly type: 'shortcutGating'; readonly bias: number }
  | { readonly type: 'dropout'; readonly rate: number };

/** Residual units whose shortcut is not the identity; the ReLU follows the addition (Figure 2). */
export class ShortcutVariantDraft extends ResidualDraft {
  readonly #variant: ShortcutVariant;

  constructor(plan: ResidualPlan, variant: ShortcutVariant) {
    super(plan);
    this.#variant = variant;
  }

  override unit(place: UnitPlace, from: string): string {
    const { number, convolutions } = place;
    const [branch, shortcut] = this.#varied(
      place,
      from,
      this.branch(place, from),
      this.shortcutOf(place, from),
    );
    return this.activate(convolutions[1], this.layer(`add${number}`, 'add', {}, shortcut, branch));
  }

  #varied(
    place: UnitPlace,
    from: string,
    branch: string,
    shortcut: string,
  ): readonly [branch: string, shortcut: string] {
    const variant = this.#variant;
    const { number } = place;
    switch (variant.type) {
      case 'constantScaling':
        return [
          variant.branch === 1
            ? branch
            : this.layer(`half${number}`, 'scale', { factor: variant.branch }, branch),
          this.layer(`scale${number}`, 'scale', { factor: variant.shortcut }, shortcut),
        ];
      case 'exclusiveGating': {
        const logits = this.#logits(place, variant.bias, from);
        return [
          this.layer(`open${number}`, 'gate', { side: 'share' }, branch, logits),
          this.layer(`rest${number}`, 'gate', { side: 'rest' }, shortcut, logits),
        ];
      }
      case 'shortcutGating':
        return [
          branch,
          this.layer(
            `rest${number}`,
            'gate',
            { side: 'rest' },
            shortcut,
            this.#logits(place, variant.bias, from),
          ),
        ];
      case 'dropout':
        return [branch, this.layer(`dropout${number}`, 'dropout', { rate: variant.rate }, shortcut)];
      default:
        return assertNever(variant);
    }
  }

  /** The 1×1 convolution of the unit's input that decides how far its gates open. */
  #logits({ number, stride, channelsOut }: UnitPlace, bias: number, from: string): string {
    const config = {
      filters: channelsOut,
      kernelSize: [1, 1],
      strides: [stride, stride],
      padding: 'valid',
      biasValue: bias,
      initialiser: this.style.initialiser,
    };
    return this.layer(`gate${number}`, 'conv2d', config, from);
  }
}

/** Where activation and batch norm stand, beside the original (Figure 4). */
export type ActivationOrder = 'normAfterAddition' | 'activationBeforeAddition' | 'activationOnlyBefore';

/** Residual units that differ from the original in the order of their layers. */
export class ActivationOrderDraft extends ResidualDraft {
  readonly #order: ActivationOrder;

  constructor(plan: ResidualPlan, order: ActivationOrder) {
    super(plan);
    this.#order = order;
  }

  override unit(place: UnitPlace, from: string): string {
    const {
      number,
      convolutions: [one, two],
      stride,
      channelsIn,
      channelsOut: filters,
      first,
    } = place;
    const shape = { filters, kernel: 3 };
    const add = (shortcut: string, branch: string) => this.layer(`add${number}`, 'add', {}, shortcut, branch);
    switch (this.#order) {
      case 'normAfterAddition': {
        const branch = this.convolution(two, shape, this.convolutionBlock(one, { ...shape, stride }, from));
        return this.activate(two, this.norm(two, add(this.shortcutOf(place, from), branch)));
      }
      case 'activationBeforeAddition':
        return add(
          this.shortcutOf(place, from),
          this.convolutionBlock(two, shape, this.convolutionBlock(one, { ...shape, stride }, from)),
        );
      case 'activationOnlyBefore': {
        // The first activation is that of the stem; where the shape changes it serves the shortcut too.
        const activated = first ? from : this.activate(one, from);
        const differs = stride > 1 || channelsIn !== filters;
        const inner = this.norm(one, this.convolution(one, { ...shape, stride }, activated));
        const branch = this.norm(two, this.convolution(two, shape, this.activate(two, inner)));
        return add(this.shortcutOf(place, differs ? activated : from), branch);
      }
      default:
        return assertNever(this.#order);
    }
  }

  override last(from: string): string {
    return this.#order === 'activationOnlyBefore' ? this.activate('5', from) : from;
  }
}
