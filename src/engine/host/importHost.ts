import { type ImportOutcome, type ImportProblem, importSignalSchema } from '../../protocol/importMessages';
import type { EngineChild } from './engineChild';

/** What a process says to the end is looked at for the reason why it ended. */
const keptWords = 2000;

/** Runs imports of models, each in a process of its own, one at a time. */
export class ImportHost {
  #stop: (() => void) | null = null;

  /** Waits for the process of one import. `tell` hears how far it is. One that is under way is stopped first. */
  run(child: EngineChild, fileName: string, tell: (activity: string) => void): Promise<ImportOutcome> {
    this.stop();
    return new Promise((resolve) => {
      let words = '';
      const finish = (outcome: ImportOutcome): void => {
        if (this.#stop === stop) this.#stop = null;
        resolve(outcome);
        child.end();
      };
      const stop = (): void => finish({ status: 'stopped' });
      this.#stop = stop;
      const hear = (said: string): void => {
        words = (words + said).slice(-keptWords);
      };
      child.listen({
        onSpawn: () => {
          for (const output of child.outputs) output.setEncoding('utf8').on('data', hear);
        },
        onSignal: (message) => {
          const signal = importSignalSchema.safeParse(message);
          if (!signal.success) return console.error('An import said what is not known.', signal.error);
          const { data } = signal;
          if (data.type === 'progress') tell(data.activity);
          else if (data.type === 'refused') finish({ status: 'refused', problem: data.problem });
          else finish({ status: 'imported', imported: { text: data.text, report: data.report } });
        },
        onFatalError: hear,
        onExit: () => finish({ status: 'refused', problem: cutOff(fileName, words) }),
      });
    });
  }

  /** Gives the import under way up, if there is one. */
  stop(): void {
    this.#stop?.();
  }
}

function cutOff(fileName: string, words: string): ImportProblem {
  const memory = /out of memory|allocation failed|bad_alloc/i.test(words);
  return {
    message: memory
      ? `There was not enough memory to read ${fileName}.`
      : `The import of ${fileName} ended before it was done.`,
    advice: memory
      ? 'Close other programs, or import it on a machine with more memory.'
      : 'Try it once more. If it happens again, please report it together with the file.',
    recipe: [],
  };
}
