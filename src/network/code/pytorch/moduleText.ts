import type { PytorchModule, PytorchValue } from '../../layers/pytorchLayer';

/** Columns that a line may take, as Black has it. */
export const widest = 88;

/** `nn.Conv2d(1, 6, 5, padding=2)`. */
export function moduleText({ type, values, options }: PytorchModule): string {
  return `${type}(${argumentsOf({ values, options }).join(', ')})`;
}

/** A statement that ends in a call, over several lines where it is too long for one, as Black breaks it. */
export function callLines(before: string, module: PytorchModule, indent: string): readonly string[] {
  const line = `${indent}${before}${moduleText(module)}`;
  if (line.length <= widest) return [line];
  const inner = `${indent}    `;
  const parts = argumentsOf(module);
  const nested = module.values.some((value) => isModule(value));
  const together = `${inner}${parts.join(', ')}`;
  const body =
    !nested && together.length <= widest
      ? [together]
      : [
          ...module.values.flatMap((value) =>
            isModule(value) ? withComma(callLines('', value, inner)) : [`${inner}${valueText(value)},`],
          ),
          ...Object.entries(module.options).map(([name, value]) => `${inner}${name}=${valueText(value)},`),
        ];
  return [`${indent}${before}${module.type}(`, ...body, `${indent})`];
}

function withComma(lines: readonly string[]): readonly string[] {
  return [...lines.slice(0, -1), `${lines.at(-1)},`];
}

function argumentsOf({ values, options }: Pick<PytorchModule, 'values' | 'options'>): readonly string[] {
  return [
    ...values.map(valueText),
    ...Object.entries(options).map(([name, value]) => `${name}=${valueText(value)}`),
  ];
}

function isModule(value: PytorchValue): value is PytorchModule {
  return typeof value === 'object' && !isTuple(value);
}

function isTuple(value: PytorchValue): value is readonly number[] {
  return Array.isArray(value);
}

function valueText(value: PytorchValue): string {
  if (isModule(value)) return moduleText(value);
  if (isTuple(value)) return tupleText(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return numberText(value);
}

/** `(3,)`, `(3, 5)`. */
export function tupleText(values: readonly number[]): string {
  return values.length === 1 ? `(${values[0]},)` : `(${values.join(', ')})`;
}

/** `1e-05` is written 1e-5, which Python reads too. */
export function numberText(value: number): string {
  return Object.is(value, -0) ? '0' : String(value);
}
