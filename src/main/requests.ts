import { basename } from 'node:path';
import { ImportHost } from '../engine/host/importHost';
import type { ImportOutcome } from '../protocol/importMessages';
import type { RequestedFile } from '../protocol/requestedFiles';
import type { AnswerOf } from '../protocol/windowChannels';
import { ElectronChild } from './electronChild';
import type { ProjectFiles } from './projectFiles';
import { requestedFile } from './requestedFile';

interface RequestPlaces {
  /** The built file of the process that imports. */
  readonly importModule: string;
  readonly runsFolder: string;
  /** Takes the weights of imported models. */
  readonly weightsFolder: string;
}

/** What the window is asked to open: says what it is, and opens or imports it. */
export class Requests {
  readonly #files: ProjectFiles;
  readonly #places: RequestPlaces;
  readonly #tell: (activity: string) => void;
  readonly #imports = new ImportHost();
  /** The request that the page was told of last. */
  #path: string | null = null;

  /** `tell` hears what an import is at. */
  constructor(files: ProjectFiles, places: RequestPlaces, tell: (activity: string) => void) {
    this.#files = files;
    this.#places = places;
    this.#tell = tell;
  }

  async describe(): Promise<RequestedFile | null> {
    this.#path = this.#files.takeRequest();
    return this.#path === null ? null : requestedFile(this.#path, this.#places.runsFolder);
  }

  async openProject(): Promise<AnswerOf<'openRequestedProject'>> {
    const path = this.#take();
    return path === null ? { status: 'cancelled' } : this.#files.open(path);
  }

  async importModel(): Promise<ImportOutcome> {
    const path = this.#take();
    if (path === null) return { status: 'stopped' };
    const { importModule, weightsFolder } = this.#places;
    const name = basename(path);
    const child = new ElectronChild(importModule, {
      parameters: [path, name, weightsFolder],
      variables: {},
      serviceName: 'Layerwise import',
    });
    return this.#imports.run(child, name, this.#tell);
  }

  stopImport(): void {
    this.#imports.stop();
  }

  /** A page opens what it was told of once. */
  #take(): string | null {
    const path = this.#path;
    this.#path = null;
    return path;
  }
}
