import { useDock } from '../dock/dockStore';
import { say } from '../language/say';
import { t } from '../language/t';
import bar from '../statusBar/StatusBar.module.css';
import { useOpenView } from '../views/openView';
import { useDiagnosis } from './diagnosisStore';
import { countVerdicts, findings, severityIcons } from './verdictLook';

/** The count of verdicts in the status bar; it leads to them. */
export function DiagnosisCell() {
  const verdicts = findings(useDiagnosis((state) => state.verdicts));
  const [worst] = verdicts;
  if (worst === undefined) return null;
  const Icon = severityIcons[worst.severity];
  return (
    <button
      type="button"
      className={`${bar['cell']} ${bar['problems']}`}
      data-side="right"
      data-severity={worst.severity === 'fault' ? 'error' : 'warning'}
      title={verdicts.map(({ title }) => say(title)).join(', ')}
      aria-label={t`Diagnosis: ${countVerdicts(verdicts)}`}
      onClick={() => {
        useOpenView.getState().close();
        useDock.getState().showTab('diagnosis');
      }}
    >
      <Icon size={14} aria-hidden="true" />
      {countVerdicts(verdicts.filter(({ severity }) => severity === worst.severity))}
    </button>
  );
}
