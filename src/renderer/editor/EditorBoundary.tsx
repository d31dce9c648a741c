import { Component, type ErrorInfo, type ReactNode } from 'react';
import { t } from '../language/t';
import { saveProjectAs } from '../project/saveProject';
import { wordsOf } from '../report/followProblems';
import { noteProblem } from '../report/lastProblem';
import { ReportDialog } from '../report/ReportDialog';
import { useReport } from '../report/reportStore';
import styles from './EditorBoundary.module.css';

interface EditorBoundaryState {
  /** What was thrown while drawing, in its own words. */
  readonly failure: string | null;
}

/** Catches a defect in drawing the window: the network is in the store and can be shown again or saved. */
export class EditorBoundary extends Component<{ children: ReactNode }, EditorBoundaryState> {
  override state: EditorBoundaryState = { failure: null };

  static getDerivedStateFromError(error: unknown): EditorBoundaryState {
    return { failure: wordsOf(error) };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    noteProblem('window', `${wordsOf(error)}\n${componentStack ?? ''}`);
  }

  override render() {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return (
      <main className={styles['failure']} role="alert">
        <h1>{t`The window could not be drawn`}</h1>
        <p>
          {t`This is a defect in Layerwise. Your network is kept: show the window again, or save the network to a file first.`}
        </p>
        <div className={styles['actions']}>
          <button type="button" onClick={() => this.setState({ failure: null })}>
            {t`Show again`}
          </button>
          <button type="button" onClick={() => void saveProjectAs()}>
            {t`Save as…`}
          </button>
          <button type="button" onClick={() => void useReport.getState().show()}>
            {t`Report a problem…`}
          </button>
        </div>
        <details>
          <summary>{t`Details`}</summary>
          <pre>{failure}</pre>
        </details>
        <ReportDialog />
      </main>
    );
  }
}
