import { useDeferredValue, useMemo } from 'react';
import { formatReceptiveField } from '../../network/analysis/costTable';
import { receptiveFields } from '../../network/analysis/receptiveField';
import { useAnalysis, useDocument } from '../editor/editorStore';

/** `11×11`, in px, or `whole input`; undefined for a layer that has no receptive field, or none that is known. */
export function useReceptiveField(nodeId: string): string | undefined {
  const document = useDeferredValue(useDocument());
  const analysis = useDeferredValue(useAnalysis());
  const fields = useMemo(() => receptiveFields(document, analysis), [document, analysis]);
  const field = fields.get(nodeId);
  return field === undefined ? undefined : formatReceptiveField(field);
}
