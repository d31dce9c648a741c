import type { NetworkDocument } from '../graph/document';
import { checkConfig } from '../layers/config';
import type { LayerProblem } from '../layers/defineLayer';
import type { ConfigOf, Fields, LayerConfig } from '../layers/fields';

/** Sections of the gallery, in the order in which they are shown. */
export const templateFamilies = ['classic', 'plain and residual', 'residual variant', 'inception'] as const;
export type TemplateFamily = (typeof templateFamilies)[number];

/** What people read of a known network. */
export interface TemplateText {
  /** As the command line takes it: `lenet-5`. */
  readonly id: string;
  readonly name: string;
  readonly family: TemplateFamily;
  /** Year of the paper. */
  readonly year: number;
  readonly paper: string;
  /** What it showed, in two sentences for a student. */
  readonly idea: string;
  /** Accuracy that the paper reports, in a sentence. */
  readonly published: string;
  /** What to look at while it trains, in a sentence or two. */
  readonly watch: string;
}

/** A known network that people start from. */
export interface Template extends TemplateText {
  /** Settings of the family, in the order of the form. */
  readonly settings: Fields;
  /**
   * A new document, laid out and with training settings that suit it. Settings that are left out have their
   * defaults; throws where one is not within its limits, which `checkSettings` tells beforehand.
   */
  create(settings?: LayerConfig): NetworkDocument;
}

/** Makes a template of a function that is typed by the declarations of its settings. */
export function defineTemplate<const F extends Fields>(
  text: TemplateText,
  settings: F,
  build: (settings: ConfigOf<F>, text: TemplateText) => NetworkDocument,
): Template {
  const template: Template = {
    ...text,
    settings,
    create(given = {}) {
      const checked = checkSettings(template, given);
      if ('problem' in checked) throw new Error(`${checked.problem.message} ${checked.problem.advice}`);
      // The declarations that were checked against are those of F.
      return build(checked.config as ConfigOf<F>, text);
    },
  };
  return template;
}

/** Holds settings from outside to a template's declarations, and fills in the defaults. */
export function checkSettings(
  { name, settings }: Pick<Template, 'name' | 'settings'>,
  given: Readonly<Record<string, unknown>>,
): { readonly config: LayerConfig } | { readonly problem: LayerProblem } {
  return checkConfig({ label: name, fields: settings }, given);
}
