import type { Template } from '../../network/templates/template';
import { findTemplate } from '../../network/templates/templates';

/** The part of a template's id that tells its depth, between what its family has in common: `plain-20-cifar`. */
const form = /^(.+-)(\d+)(-cifar)$/;

/** What templates have in common that differ in depth alone; other templates have their id for themselves. */
export function familyKey(id: string): string {
  return id.replace(form, '$1n$3');
}

/** Depths of a template's family that are listed, with their templates; none where it has no family. */
export function listedDepths(
  template: Template,
  listed: readonly Template[],
): readonly { readonly depth: number; readonly id: string }[] {
  const key = familyKey(template.id);
  if (key === template.id) return [];
  return listed.filter(({ id }) => familyKey(id) === key).map(({ id }) => ({ id, depth: depthOf(id) }));
}

/** The template of the same family that has so many units in each stage; undefined where there is none. */
export function withUnits(template: Template, units: number): Template | undefined {
  const own = template.settings['n'];
  if (familyKey(template.id) === template.id || own?.type !== 'integer') return undefined;
  // Every unit has as many layers in each stage; two layers are outside of them.
  const layersPerUnit = (depthOf(template.id) - 2) / own.default;
  return findTemplate(template.id.replace(form, `$1${layersPerUnit * units + 2}$3`));
}

/** One template for each family: the chosen one where it is of the family, else the first. */
export function oneOfEachFamily(
  passing: readonly Template[],
  chosen: Template | undefined,
): readonly Template[] {
  const families = new Map<string, Template>();
  for (const template of passing) {
    const key = familyKey(template.id);
    if (!families.has(key)) families.set(key, template);
  }
  if (chosen !== undefined && families.has(familyKey(chosen.id))) families.set(familyKey(chosen.id), chosen);
  return [...families.values()];
}

function depthOf(id: string): number {
  return Number(form.exec(id)?.[2]);
}
