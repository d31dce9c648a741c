import { AdviceError } from '../engine/adviceError';
import { assertNever } from '../network/assertNever';
import type { NetworkDocument } from '../network/graph/document';
import type { Field, LayerConfig } from '../network/layers/fields';
import { checkSettings, type Template } from '../network/templates/template';
import { nearestWord } from './nearestWord';

/** A template's network with the settings of `--set name=value`. Throws an AdviceError where they don't fit it. */
export function createWith(template: Template, words: readonly string[]): NetworkDocument {
  const checked = checkSettings(template, Object.fromEntries(words.map((word) => parse(template, word))));
  if ('problem' in checked) throw new AdviceError(checked.problem.message, checked.problem.advice);
  return template.create(checked.config);
}

function parse({ id, settings }: Template, word: string): readonly [name: string, value: unknown] {
  const [name = '', ...rest] = word.split('=');
  const names = Object.keys(settings);
  if (rest.length === 0)
    throw new AdviceError(
      `--set takes name=value; got "${word}".`,
      `Write for example --set ${names[0]}=${String(settings[names[0] ?? '']?.default)}.`,
    );
  const field = Object.hasOwn(settings, name) ? settings[name] : undefined;
  if (field === undefined) {
    const nearest = nearestWord(name, names);
    throw new AdviceError(
      `${id} has no setting "${name}".`,
      nearest === null ? `Its settings are ${names.join(', ')}.` : `Did you mean ${nearest}?`,
    );
  }
  return [name, parseValue(field, rest.join('='))];
}

/** The value that a word stands for; one that it can't stand for stays a text, and is refused by the field. */
function parseValue(field: Field, text: string): unknown {
  switch (field.type) {
    case 'integer':
    case 'number':
      return numberOr(text);
    case 'integers':
      return text.split(/[x×,]/).map(numberOr);
    case 'boolean':
      return text === 'true' || (text === 'false' ? false : text);
    case 'choice':
      return text;
    default:
      return assertNever(field);
  }
}

/** A text that is no number stays one, so that a refusal can show it. */
function numberOr(text: string): number | string {
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
}

/** A template's settings as they are listed: name, type, default, and what is allowed. */
export function listSettings({ settings }: Template): readonly ListedSetting[] {
  return Object.entries(settings).map(([name, field]) => ({
    name,
    type: field.type,
    default: field.default,
    ...('min' in field && { min: field.min, max: field.max }),
    ...(field.type === 'choice' && { choices: field.options.map(({ value }) => value) }),
    help: field.help,
  }));
}

export interface ListedSetting {
  readonly name: string;
  readonly type: Field['type'];
  readonly default: LayerConfig[string];
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly string[];
  readonly help: string;
}
