import type { Term } from './term';
import { gradientTerms } from './terms/gradients';
import { layerTerms } from './terms/layers';
import { normalisationTerms } from './terms/normalisation';
import { trainingTerms } from './terms/training';

const terms = { ...layerTerms, ...normalisationTerms, ...trainingTerms, ...gradientTerms };

export type TermId = keyof typeof terms;

/** Every term that a text of Layerwise may ask a student to know. */
export const glossary: Readonly<Record<TermId, Term>> = terms;

function isTermId(id: string): id is TermId {
  return id in terms;
}

/** By name. */
export const termIds: readonly TermId[] = Object.keys(terms)
  .filter(isTermId)
  .sort((one, other) => glossary[one].name.localeCompare(glossary[other].name, 'en'));
