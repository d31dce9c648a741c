/** A stream as commands use it: they write text and never read it back. */
export interface TextOutput {
  write(text: string): unknown;
  /** Set on a terminal. */
  readonly isTTY?: boolean | undefined;
}

/** Everything that a command reaches of its surroundings. */
export interface CommandIo {
  /** Results: text for people, or nothing but JSON where that was asked for. */
  readonly stdout: TextOutput;
  /** Messages. */
  readonly stderr: TextOutput;
  /** Folder that holds main/ and renderer/, as built. */
  readonly buildFolder: string;
  /** The built file of the thread that prepares training batches; without it they are prepared between steps. */
  readonly batchWorker?: string;
  /** Aborted when the command is to stop; its reason is a StopReason. */
  readonly signal: AbortSignal;
}

/** Why a command was told to stop before its end. */
export interface StopReason {
  /** 128 and the number of the signal, as shells have it. */
  readonly exitCode: number;
}

export function writeJson(io: CommandIo, value: unknown): void {
  io.stdout.write(`${JSON.stringify(value)}\n`);
}

export function writeLine(output: TextOutput, line: string): void {
  output.write(`${line}\n`);
}
