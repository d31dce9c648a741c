import type { z } from 'zod';
import type { NetworkDocument } from '../../network/graph/document';
import { projectSchema } from '../../network/graph/projectSchema';

/** A document as the engine's protocol carries it. */
export function projectOf(document: NetworkDocument): z.infer<typeof projectSchema> {
  return projectSchema.parse(document);
}
