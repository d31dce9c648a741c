import type { PytorchModule, PytorchValue } from '../../layers/pytorchLayer';
import { isPlain, plainText, widest } from '../pythonText';

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
  return !isPlain(value);
}

function valueText(value: PytorchValue): string {
  return isModule(value) ? moduleText(value) : plainText(value);
}
