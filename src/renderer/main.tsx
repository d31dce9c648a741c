import './withoutCodeFromText';
import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import './styles/tokens.css';
import './styles/lecture.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { followDiagnoses } from './diagnosis/diagnosisStore';
import { followRemedy } from './diagnosis/followRemedy';
import { EditorBoundary } from './editor/EditorBoundary';
import { followRun } from './editor/followRun';
import { followHand } from './handAtWork';
import { followInstallation } from './installation/installationStore';
import { speakChosenLanguage } from './language/chosenLanguage';
import { InLanguage } from './language/InLanguage';
import { readLaterParts } from './loading/laterPart';
import { startProject } from './project/startProject';
import { followProblems } from './report/followProblems';
import { followRoom } from './room/followRoom';
import { followAppearance } from './settings/followAppearance';
import { loadSettings } from './settings/settingsStore';
import { followTrainingTab } from './training/trainingElsewhere';

// `npm run bench:window` reads these marks.
performance.mark('codeReady');
// A window of the application has its bridge from the preload script; a page in a browser brings its own.
if (!('layerwise' in window)) {
  const { createBrowserBridge } = await import('./browser/browserBridge');
  Object.defineProperty(window, 'layerwise', { value: createBrowserBridge() });
}

followProblems();
followHand();
await loadSettings();
followAppearance();
await speakChosenLanguage();
followRun();
followDiagnoses();
followRemedy();
followInstallation();
followTrainingTab();
followRoom();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
const view = createRoot(root);
void startProject(() => {
  performance.mark('rendering');
  view.render(
    <StrictMode>
      <InLanguage>
        <EditorBoundary>
          <App />
        </EditorBoundary>
      </InLanguage>
    </StrictMode>,
  );
  void readLaterParts();
});
