import { useDocument } from '../editor/editorStore';
import { trainedAs } from '../training/trainReadiness';
import { useDiagnosis } from './diagnosisStore';

/** Whether the network on the canvas is the one that the verdicts are about. */
export function useFits(): boolean {
  const document = useDocument();
  const run = useDiagnosis((state) => state.run);
  return run !== null && trainedAs(run, document);
}
