import type { NetworkDocument } from '../../../src/network/graph/document';
import { templates } from '../../../src/network/templates/templates';
import { reducedSettings } from './reducedSettings';

/** Each template as small as it gets, once: those of a family whose depth is a setting are equal. */
export const reducedTemplates: readonly NetworkDocument[] = [
  ...new Map(
    templates.map((template) => {
      const { nodes, edges, training } = template.create(reducedSettings(template));
      const document: NetworkDocument = {
        name: template.id,
        nodes,
        edges,
        blocks: [],
        // Nothing but gradients moves weights.
        training: { ...training, weightDecay: 0, optimizer: { type: 'sgd' }, warmUpSteps: 0 },
      };
      return [JSON.stringify([nodes, edges]), document] as const;
    }),
  ).values(),
];

/** Height, width and channels of the images that a document's Input takes. */
export function imageShapeOf({ nodes }: NetworkDocument): readonly number[] {
  const input = nodes.find(({ kind }) => kind === 'input')?.config;
  return [input?.['height'], input?.['width'], input?.['channels']].map(Number);
}
