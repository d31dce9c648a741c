import { Component, type ReactNode } from 'react';
import { t } from '../language/t';
import { saveProjectAs } from '../project/saveProject';
import styles from './EditorBoundary.module.css';

interface EditorBoundaryState {
  /** What was thrown while drawing, in its own words. */
  readonly failure: string | null;
}

/** Catches a defect in drawing the window: the network is in the store and can be shown again or saved. */
export class EditorBoundary extends Component<{ children: ReactNode }, EditorBoundaryState> {
  override state: EditorBoundaryState = { failure: null };

  static getDerivedStateFromError(error: unknown): EditorBoundaryState {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
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
        </div>
        <details>
          <summary>{t`Details`}</summary>
          <pre>{failure}</pre>
        </details>
      </main>
    );
  }
}
