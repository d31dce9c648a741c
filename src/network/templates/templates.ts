import { lenet5 } from './lenet5';
import type { Template } from './template';

/** All templates, in the order in which they are offered. */
export const templates: readonly Template[] = [lenet5];

/** The template with this id, or undefined. */
export function findTemplate(id: string): Template | undefined {
  return templates.find((template) => template.id === id);
}
