import { analyse } from '../../network/analysis/analyse';
import type { NetworkDocument } from '../../network/graph/document';
import { projectLimits } from '../../network/graph/projectSchema';
import { trainingSettingsSchema } from '../../network/graph/trainingSettings';
import { elementCount } from '../../network/layers/shape';
import { cautiousRecipe, residualRecipe } from '../../network/templates/trainingRecipes';
import type { ImportDraft } from './importDraft';
import { type ImportResult, refusal } from './importedNetwork';

/** The network of a draft that was read to its end, laid out, with what trains such networks; or why it is none. */
export function finishedNetwork(
  draft: ImportDraft,
  name: string,
  advice: { readonly inputs: string; readonly smaller: string },
): ImportResult {
  if (!draft.has('input')) return refusal('The model has no input of images or features.', advice.inputs);
  if (draft.size > projectLimits.nodes)
    return refusal('The model has more layers than a project.', advice.smaller);
  const document = draft.document(name, trainingFor(draft));
  return { document, weights: fittingWeights(draft, document), notes: draft.notes };
}

/** What trains such a network; images that fit no dataset of the literature are made. */
function trainingFor(draft: ImportDraft): NetworkDocument['training'] {
  const ends = draft.ends();
  const recipe = draft.has('batchNorm') ? residualRecipe(ends) : cautiousRecipe(ends);
  const fits = trainingSettingsSchema.safeParse(recipe).success;
  return fits ? recipe : cautiousRecipe({ height: 32, width: 32, channels: 3, classes: 10 });
}

/** Weights of other sizes than their layers are left out, which is said. */
function fittingWeights(draft: ImportDraft, document: NetworkDocument): ReadonlyMap<string, Float32Array> {
  const weights = new Map(draft.weights);
  for (const [id, { weights: declared }] of analyse(document).nodes)
    for (const { name, shape } of declared) {
      const values = weights.get(`${id}/${name}`);
      if (values === undefined || values.length === elementCount(shape)) continue;
      weights.delete(`${id}/${name}`);
      draft.notes.push(`The ${name} of ${id} is of another size than the layer and was left out.`);
    }
  return weights;
}
