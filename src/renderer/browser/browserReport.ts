import { noPrivateWords } from '../../protocol/privacy/privateWords';
import { redaction } from '../../protocol/privacy/redactText';
import { type ReportPartId, reportPartIds } from '../../protocol/problemReport';
import type { AnswerOf, RequestOf } from '../../protocol/windowChannels';
import { readBrowserSettings } from './browserSettings';
import { download } from './fileInput';

const redact = redaction(noPrivateWords);

/** No page shows what lies on the disk of the machine that serves it. */
const elsewhere = {
  status: 'failed' as const,
  problem: {
    message: 'A page in a browser can’t show files of the machine that serves it.',
    advice: 'Look there: the log of the engine is engine.log in ~/.local/state/layerwise.',
  },
};

/** What a page in a browser answers about itself: it has no log, and knows little of the machine. */
export const browserReport = {
  describeApplication: (): AnswerOf<'describeApplication'> => ({
    version: null,
    parts: [{ name: navigator.platform, version: browserName() }],
  }),
  showLicences: () => elsewhere,
  showLog: () => elsewhere,
  noteInLog: ({ kind, source, text }: RequestOf<'noteInLog'>): undefined => {
    if (kind === 'problem') console.warn(source, text);
  },
  describeProblem({ problem, device, network }: RequestOf<'describeProblem'>): AnswerOf<'describeProblem'> {
    const settings = JSON.stringify(readBrowserSettings(), null, 2);
    const versions = navigator.userAgent;
    const texts: Partial<Record<ReportPartId, string | null>> = {
      ...{ problem, versions, device, settings, network },
    };
    return reportPartIds.flatMap((id) => {
      const text = texts[id] ?? null;
      return text === null ? [] : [{ id, text: redact(text) }];
    });
  },
  describeReportedMachine: () => null,
  saveReport({ suggestedName, archive }: RequestOf<'saveReport'>): AnswerOf<'saveReport'> {
    const name = `${suggestedName}.zip`;
    download(name, new Uint8Array(archive), 'application/zip');
    return { status: 'done', value: name };
  },
};

function browserName(): string {
  return /(?:Firefox|Edg|Chrome|Safari)\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? navigator.userAgent;
}
