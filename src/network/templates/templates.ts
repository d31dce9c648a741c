import { lenet5 } from './lenet5';
import { resnetTemplates } from './resnet';
import type { Template } from './template';
import { vggTemplates } from './vgg';

/** All templates, in the order in which they are offered. */
export const templates: readonly Template[] = [...[lenet5], ...vggTemplates, ...resnetTemplates];

/** The template with this id, or undefined. */
export function findTemplate(id: string): Template | undefined {
  return templates.find((template) => template.id === id);
}
