import type { LayerConfig } from '../../../network/layers/fields';
import { type Activation, orderOf } from '../../importing/activation';
import type { ImportDraft } from '../../importing/importDraft';
import type { NamedOperator } from '../../importing/namedOperator';
import { NoLayer } from '../../importing/noLayer';
import type { Formula } from './value';

/** Longer formulas are layers in part. */
const mostOperators = 12;

const samples = Array.from({ length: 65 }, (_, at) => (at - 32) / 4);

/** Layers that are functions of single values, with the settings that the formula could have. */
const candidates: readonly {
  readonly kind: string;
  config?(formula: Formula): LayerConfig;
  apply(x: number, formula: Formula): number;
}[] = [
  { kind: 'relu', apply: (x) => Math.max(x, 0) },
  { kind: 'relu6', apply: (x) => Math.min(Math.max(x, 0), 6) },
  { kind: 'sigmoid', apply: sigmoid },
  { kind: 'tanh', apply: Math.tanh },
  { kind: 'silu', apply: (x) => x * sigmoid(x) },
  { kind: 'softplus', apply: (x) => Math.log1p(Math.exp(x)) },
  { kind: 'gelu', config: () => ({ form: 'exact' }), apply: (x) => 0.5 * x * (1 + erf(x * Math.SQRT1_2)) },
  {
    kind: 'gelu',
    config: () => ({ form: 'tanh' }),
    apply: (x) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
  },
  {
    kind: 'leakyRelu',
    config: (formula) => ({ slope: rounded(-formula.apply(-1)) }),
    apply: (x, formula) => (x > 0 ? x : -formula.apply(-1) * x),
  },
  {
    kind: 'elu',
    config: (formula) => ({ alpha: rounded(eluAlpha(formula)) }),
    apply: (x, formula) => (x > 0 ? x : eluAlpha(formula) * Math.expm1(x)),
  },
  {
    kind: 'scale',
    config: (formula) => ({ factor: rounded(formula.apply(1)), learned: false }),
    apply: (x, formula) => formula.apply(1) * x,
  },
];

/** An operator on single values, not yet made a layer. */
export function formulaOf(
  draft: ImportDraft,
  made: NamedOperator,
  operand: Activation | Formula,
  last: (x: number) => number,
): Formula {
  const inner =
    operand.type === 'formula' && operand.depth >= mostOperators ? layerOf(draft, operand) : operand;
  const apply = inner.type === 'formula' ? (x: number) => last(inner.apply(x)) : last;
  const of = inner.type === 'formula' ? inner.of : inner;
  const depth = inner.type === 'formula' ? inner.depth + 1 : 1;
  return { type: 'formula', of, apply, depth, operands: [inner], made, last };
}

/** Two formulas of the same layer's values, put together by an operator with two inputs. */
export function jointFormula(
  operator: NamedOperator,
  operands: readonly [Activation | Formula, Activation | Formula],
  join: (left: number, right: number) => number,
): Formula | null {
  const [left, right] = operands;
  const [ofLeft, ofRight] = operands.map((operand) => (operand.type === 'formula' ? operand.of : operand));
  if (ofLeft === undefined || ofLeft !== ofRight) return null;
  const depth = 1 + depthOf(left) + depthOf(right);
  if (depth > mostOperators) return null;
  const apply = (x: number) => join(valueAt(left, x), valueAt(right, x));
  return { type: 'formula', of: ofLeft, apply, depth, operands, made: operator, last: (x) => x };
}

function depthOf(operand: Activation | Formula): number {
  return operand.type === 'formula' ? operand.depth : 0;
}

function valueAt(operand: Activation | Formula, x: number): number {
  return operand.type === 'formula' ? operand.apply(x) : x;
}

const made = new WeakMap<Formula, Activation>();

/** The layer, or layers, that a formula is; where it is none, that is noted, and a gap stays. */
export function layerOf(draft: ImportDraft, formula: Formula): Activation {
  const known = made.get(formula);
  if (known !== undefined) return known;
  const layer = layerOrGap(draft, formula);
  made.set(formula, layer);
  return layer;
}

function layerOrGap(draft: ImportDraft, formula: Formula): Activation {
  try {
    return makeLayer(draft, formula);
  } catch (error) {
    if (!(error instanceof NoLayer)) throw error;
    draft.leaveOut(formula.made, error.message === '' ? null : error.message);
    return { ...formula.of, layer: null };
  }
}

function makeLayer(draft: ImportDraft, formula: Formula): Activation {
  if (isSame(formula.apply, (x) => x)) return formula.of;
  const whole = matching(formula);
  const { of } = formula;
  if (whole !== null) return draft.layer(formula.made, { ...whole, inputs: [of], ...orderOf(of) });
  const inputs = formula.operands.map((operand) =>
    operand.type === 'formula' ? layerOf(draft, operand) : operand,
  );
  const [input] = inputs;
  if (inputs.length === 2) {
    const kind = formula.made.opType === 'Mul' ? 'multiply' : 'add';
    return draft.layer(formula.made, { kind, inputs, ...orderOf(of) });
  }
  const alone = matching({ ...formula, apply: formula.last });
  if (alone === null || input === undefined) throw new NoLayer('');
  return draft.layer(formula.made, { ...alone, inputs: [input], ...orderOf(of) });
}

function matching(formula: Formula): { readonly kind: string; readonly config: LayerConfig } | null {
  const found = candidates.find(({ apply }) => isSame(formula.apply, (x) => apply(x, formula)));
  return found === undefined ? null : { kind: found.kind, config: found.config?.(formula) ?? {} };
}

function isSame(left: (x: number) => number, right: (x: number) => number): boolean {
  return samples.every((x) => Math.abs(left(x) - right(x)) <= 1e-5 * (1 + Math.abs(x)));
}

function eluAlpha({ apply }: Formula): number {
  return apply(-1) / Math.expm1(-1);
}

/** Without what single precision adds to a short number. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Abramowitz & Stegun 1964, 7.1.26: to 1.5e−7. */
export function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const terms =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.sign(x) * (1 - terms * Math.exp(-x * x));
}
