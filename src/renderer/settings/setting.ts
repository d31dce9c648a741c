import { z } from 'zod';

/** What every setting has. Kept files know it by its id, people by its words. */
interface SettingOf<Value> {
  /** `group.name`; it stays for ever, as it stands in files. */
  readonly id: string;
  readonly label: string;
  /** A sentence or two: what changes. */
  readonly help: string;
  readonly default: Value;
  /** Of what is kept, which may come from elsewhere: what the setting can't be is taken as its default. */
  read(kept: unknown): Value;
}

export interface ChoiceSetting<Value extends string = string> extends SettingOf<Value> {
  readonly control: 'choice';
  readonly options: readonly { readonly value: Value; readonly label: string }[];
}

export interface ToggleSetting extends SettingOf<boolean> {
  readonly control: 'toggle';
}

/** A whole number within limits. */
export interface NumberSetting extends SettingOf<number> {
  readonly control: 'number';
  readonly min: number;
  readonly max: number;
  readonly unit: string;
}

export type Setting = ChoiceSetting | ToggleSetting | NumberSetting;

/** Any setting with such a value. */
export type Readable<Value> = Pick<SettingOf<Value>, 'id' | 'read'>;

/** Settings that belong together, under a heading. */
export interface SettingGroup {
  readonly id: string;
  readonly label: string;
  readonly settings: readonly Setting[];
}

type Declared<Kind extends Setting> = Omit<Kind, 'control' | 'read'>;

export function choice<Value extends string>(declared: Declared<ChoiceSetting<Value>>): ChoiceSetting<Value> {
  const read = (kept: unknown) =>
    declared.options.find(({ value }) => value === kept)?.value ?? declared.default;
  return { control: 'choice', ...declared, read };
}

export function toggle(declared: Declared<ToggleSetting>): ToggleSetting {
  const schema = z.boolean().catch(declared.default);
  return { control: 'toggle', ...declared, read: (kept) => schema.parse(kept) };
}

export function wholeNumber(declared: Declared<NumberSetting>): NumberSetting {
  const schema = z.int().min(declared.min).max(declared.max).catch(declared.default);
  return { control: 'number', ...declared, read: (kept) => schema.parse(kept) };
}
