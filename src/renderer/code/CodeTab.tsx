import { Copy, Download, FolderDown } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { codeText } from '../../network/code/codeLines';
import chart from '../charts/Chart.module.css';
import { SegmentedControl } from '../controls/SegmentedControl';
import { ToolButton } from '../controls/ToolButton';
import { useEditor } from '../editor/editorStore';
import { copyText } from '../exporting/copyText';
import { exportContent } from '../exporting/exportContent';
import { formatCounted } from '../format/numbers';
import { say } from '../language/say';
import { t } from '../language/t';
import { CodeLines } from './CodeLines';
import styles from './CodeTab.module.css';
import { useCodeForm } from './codeFormStore';
import { codeForms, codeSegments } from './codeForms';
import { saveCodeProject } from './saveCodeProject';

/** The network as a program, which follows every edit. */
export function CodeTab() {
  // Typing must not wait for a script of a thousand lines; document and analysis stay those of one state.
  const { document } = useDeferredValue(useEditor((editor) => editor.history));
  const analysis = useDeferredValue(useEditor((editor) => editor.analysis));
  const { form, choose } = useCodeForm();
  const [saving, setSaving] = useState(false);
  const lines = useMemo(
    () => (analysis.trains ? codeForms[form].lines(document, analysis) : null),
    [document, analysis, form],
  );
  if (lines === null) {
    const problem = analysis.problems.find(({ severity }) => severity === 'error');
    return (
      <p className={styles['nothing']}>
        {t`The network is written as a program once it can be trained.`}
        {problem !== undefined && ` ${say(problem.message)} ${say(problem.advice)}`}
      </p>
    );
  }
  const text = () => codeText(lines);
  const saveProject = () => {
    setSaving(true);
    void saveCodeProject(document, form).finally(() => setSaving(false));
  };
  return (
    <>
      <div className={chart['headline']}>
        <div className={styles['form']}>
          <SegmentedControl label={t`Written for`} value={form} segments={codeSegments} onChange={choose} />
        </div>
        <p className={chart['sentence']} data-muted="true">
          {formatCounted(lines.length, 'line')}
        </p>
        <div className={chart['tools']}>
          <ToolButton onClick={() => void copyText(t`the program`, text())}>
            <Copy size={15} aria-hidden="true" />
            {t`Copy`}
          </ToolButton>
          <ToolButton onClick={() => void exportContent(document.name, 'py', text())}>
            <Download size={15} aria-hidden="true" />
            {t`Save…`}
          </ToolButton>
          <ToolButton disabled={saving} onClick={saveProject}>
            <FolderDown size={15} aria-hidden="true" />
            {saving ? t`Saving the project…` : t`Save project…`}
          </ToolButton>
        </div>
      </div>
      <CodeLines key={form} lines={lines} />
    </>
  );
}
