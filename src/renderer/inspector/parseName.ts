import { projectLimits } from '../../network/graph/projectSchema';
import type { Parsed } from '../form/useDraft';
import { t } from '../language/t';

/** Reads the name of a layer or a block. */
export function parseName(what: 'layer' | 'block'): (text: string) => Parsed<string> {
  return (text) => {
    const name = text.trim();
    if (name === '') return { problem: t`A ${what} needs a name.` };
    if (name.length > projectLimits.nameLength)
      return { problem: t`A name has ${projectLimits.nameLength} characters at most.` };
    return { value: name };
  };
}
