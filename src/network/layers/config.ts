import { assertNever } from '../assertNever';
import type { LayerProblem } from './defineLayer';
import type { Field, Fields, FieldValue, LayerConfig } from './fields';

/** What has settings: a layer kind, or a template. */
export interface Configurable {
  readonly label: string;
  readonly fields: Fields;
}

/** The settings that a new layer of this kind, or a network of this template, gets. */
export function defaultConfig(kind: Pick<Configurable, 'fields'>): LayerConfig {
  return Object.fromEntries(Object.entries(kind.fields).map(([name, field]) => [name, field.default]));
}

/**
 * Holds settings from outside (a project file, an edit) to the kind's field declarations: settings that are
 * left out get their defaults; unknown names, wrong types and values out of limits are refused. The result's
 * settings are in the order of the declarations.
 */
export function checkConfig(
  kind: Configurable,
  config: Readonly<Record<string, unknown>>,
): { readonly config: LayerConfig } | { readonly problem: LayerProblem } {
  const unknown = Object.keys(config).find((name) => !Object.hasOwn(kind.fields, name));
  if (unknown !== undefined) {
    const known = Object.keys(kind.fields);
    return {
      problem: {
        message: `${kind.label} has no setting "${unknown}".`,
        advice: known.length === 0 ? 'It has none at all.' : `Its settings are ${known.join(', ')}.`,
      },
    };
  }
  const checked: [string, FieldValue][] = [];
  for (const [name, field] of Object.entries(kind.fields)) {
    const given = Object.hasOwn(config, name) ? config[name] : field.default;
    const result = checkFieldValue(field, given);
    if ('problem' in result) {
      const { message, advice } = result.problem;
      return { problem: { message: `${kind.label}, ${name}: ${message}`, advice } };
    }
    checked.push([name, result.value]);
  }
  return { config: Object.fromEntries(checked) };
}

/** Holds one value to its field's type and limits; the problem names the field by its label. */
export function checkFieldValue(
  field: Field,
  value: unknown,
): { readonly value: FieldValue } | { readonly problem: LayerProblem } {
  switch (field.type) {
    case 'integer':
      return isWithin(field, value) && Number.isInteger(value) ? { value } : refusal(field, value);
    case 'number':
      return isWithin(field, value) ? { value } : refusal(field, value);
    case 'integers':
      return isIntegerList(field, value) ? { value } : refusal(field, value);
    case 'choice':
      return typeof value === 'string' && field.options.some((option) => option.value === value)
        ? { value }
        : refusal(field, value);
    case 'boolean':
      return typeof value === 'boolean' ? { value } : refusal(field, value);
    default:
      return assertNever(field);
  }
}

interface Limits {
  readonly min: number;
  readonly max: number;
}

function isWithin({ min, max }: Limits, value: unknown): value is number {
  return typeof value === 'number' && value >= min && value <= max;
}

function isIntegerList(
  field: Limits & { readonly parts: readonly string[] },
  value: unknown,
): value is number[] {
  return (
    Array.isArray(value) &&
    value.length === field.parts.length &&
    value.every((entry) => isWithin(field, entry) && Number.isInteger(entry))
  );
}

function refusal(field: Field, value: unknown): { readonly problem: LayerProblem } {
  const allowed = describeAllowed(field);
  return {
    problem: {
      message: `${field.label} must be ${allowed}; got ${describeValue(value)}.`,
      advice: `Set ${field.label} to ${allowed}, for example ${describeValue(field.default)}.`,
    },
  };
}

function describeAllowed(field: Field): string {
  switch (field.type) {
    case 'integer':
      return `a whole number from ${field.min} to ${field.max}`;
    case 'number':
      return `a number from ${field.min} to ${field.max}`;
    case 'integers':
      return `a list of ${field.parts.length} whole numbers (${field.parts.join(', ')}), each from ${field.min} to ${field.max}`;
    case 'choice':
      return `one of ${field.options.map((option) => option.value).join(', ')}`;
    case 'boolean':
      return 'true or false';
    default:
      return assertNever(field);
  }
}

/** Longest piece of a refused value that a message repeats, in characters. */
const longestQuote = 40;

function describeValue(value: unknown): string {
  const text = (typeof value === 'number' ? `${value}` : JSON.stringify(value)) ?? 'nothing';
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}
