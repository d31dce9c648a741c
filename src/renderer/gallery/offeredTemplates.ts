import type { Template } from '../../network/templates/template';
import { findTemplate, templates } from '../../network/templates/templates';
import { useOwnTemplates } from './ownTemplates';

/** All templates in the order in which they are shown: people's own come last. */
export function useOfferedTemplates(): readonly Template[] {
  const own = useOwnTemplates((state) => state.templates);
  return own.length === 0 ? templates : [...templates, ...own];
}

export function offeredTemplates(): readonly Template[] {
  return [...templates, ...useOwnTemplates.getState().templates];
}

/** The template with this id, known or a person's own. */
export function findOffered(id: string): Template | undefined {
  return findTemplate(id) ?? useOwnTemplates.getState().templates.find((template) => template.id === id);
}
