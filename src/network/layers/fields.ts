/**
 * Field declarations: one declaration gives a setting's type, default, limits, unit, help text and
 * form control. The inspector draws its form from them and the project file is checked against them.
 */
import type { TermId } from '../glossary/glossary';

export type FieldValue = number | boolean | string | readonly number[];

interface FieldText {
  readonly label: string;
  /** One or two sentences for a student, shown beside the control. */
  readonly help: string;
  /** What the field is about, for those who have not met it. */
  readonly term?: TermId;
  /** The field is shown (and has a meaning) only where this holds. */
  readonly shownWhen?: (config: LayerConfig) => boolean;
}

export interface IntegerField extends FieldText {
  readonly type: 'integer';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** Unit shown after the number, for example `ch`. */
  readonly unit?: string;
}

export interface NumberField extends FieldText {
  readonly type: 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly unit?: string;
}

/** A list of integers of fixed length, for example kernel height and width, or four sides. */
export interface IntegersField extends FieldText {
  readonly type: 'integers';
  readonly default: readonly number[];
  readonly min: number;
  readonly max: number;
  /** One name per entry, for example `['height', 'width']`; its length is the list's length. */
  readonly parts: readonly string[];
  readonly unit?: string;
}

export interface ChoiceField<Value extends string = string> extends FieldText {
  readonly type: 'choice';
  readonly default: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
}

export interface BooleanField extends FieldText {
  readonly type: 'boolean';
  readonly default: boolean;
}

export type Field = IntegerField | NumberField | IntegersField | ChoiceField | BooleanField;
export type Fields = Readonly<Record<string, Field>>;

/** The settings of one layer, by field name. */
export type LayerConfig = Readonly<Record<string, FieldValue>>;

type ValueOf<F extends Field> = F extends { readonly type: 'integer' | 'number' }
  ? number
  : F extends { readonly type: 'boolean' }
    ? boolean
    : F extends { readonly type: 'integers' }
      ? readonly number[]
      : F extends { readonly type: 'choice'; readonly options: readonly { readonly value: infer V }[] }
        ? V
        : never;

/** The settings type that a set of declarations describes. */
export type ConfigOf<F extends Fields> = Fields extends F
  ? LayerConfig
  : { readonly [Name in keyof F]: ValueOf<F[Name]> };
