import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { assertNever } from '../../../src/network/assertNever';
import {
  engineControlSchema,
  serverControlSchema,
  windowEventSchema,
} from '../../../src/protocol/engineControl';
import { engineCommandSchema, engineEventSchema } from '../../../src/protocol/engineMessages';
import { machineHelloSchema, runFilesSchema } from '../../../src/protocol/machineMessages';
import { commandIdSchema } from '../../../src/protocol/nativeMenu';
import { packFrame, unpackFrame } from '../../../src/protocol/socketFrame';
import { pageMessageSchema, serverMessageSchema } from '../../../src/protocol/socketMessages';
import { engineStatusSchema, windowCalls } from '../../../src/protocol/windowChannels';
import type { FuzzRandom } from '../campaign/fuzzRandom';
import type { FuzzTarget, Outcome } from '../campaign/fuzzTarget';
import { mutateBytes } from '../mutations/bytes';
import { hostileValue } from '../mutations/hostileValues';
import { mutateJson } from '../mutations/json';
import { type EngineStep, runEngine } from './engineSequence';
import { sampleCommand, sampleEvent, sampleRequest } from './messageSamples';

type ProtocolInput =
  | { readonly as: 'engine'; readonly steps: readonly EngineStep[]; readonly recorded: boolean }
  | { readonly as: 'message'; readonly schema: string; readonly value: unknown }
  | { readonly as: 'frame'; readonly bytes: Uint8Array };

/** Everything that one process checks what another sends with. */
const schemas: Readonly<Record<string, z.ZodType>> = {
  engineCommand: engineCommandSchema,
  engineEvent: engineEventSchema,
  engineControl: engineControlSchema,
  serverControl: serverControlSchema,
  windowEvent: windowEventSchema,
  pageMessage: pageMessageSchema,
  serverMessage: serverMessageSchema,
  engineStatus: engineStatusSchema,
  machineHello: machineHelloSchema,
  runFiles: runFilesSchema,
  menuCommand: commandIdSchema,
  ...Object.fromEntries(Object.entries(windowCalls).map(([call, { request }]) => [`call ${call}`, request])),
};

let folder = '';

/** Messages of the engine's protocol, the window's channels and the served page's socket. */
export const protocolTarget: FuzzTarget<ProtocolInput> = {
  name: 'protocol',
  about: 'messages: commands to a real engine in any order, events, window calls, MessagePack frames',
  weight: 30,
  secondsPerInput: 120,
  shortInputs: 200,
  async open(own) {
    folder = own;
  },
  generate(random) {
    switch (random.below(16)) {
      case 0:
        return {
          as: 'engine',
          steps: Array.from({ length: random.between(1, 8) }, () => step(random)),
          recorded: random.oneIn(2),
        };
      case 1:
      case 2:
      case 3:
        return { as: 'frame', bytes: frame(random) };
      default:
        return message(random);
    }
  },
  async feed(input): Promise<Outcome> {
    switch (input.as) {
      case 'engine':
        return runEngineIn(join(folder, 'runs'), input);
      case 'message':
        return schemas[input.schema]?.safeParse(input.value).success === true ? 'accepted' : 'refused';
      case 'frame':
        return isPageMessage(input.bytes) ? 'accepted' : 'refused';
      default:
        return assertNever(input);
    }
  },
};

async function runEngineIn(
  runs: string,
  { steps, recorded }: Extract<ProtocolInput, { as: 'engine' }>,
): Promise<Outcome> {
  try {
    return await runEngine(steps, recorded ? runs : null);
  } finally {
    rmSync(runs, { recursive: true, force: true });
  }
}

function step(random: FuzzRandom): EngineStep {
  const command = sampleCommand(random);
  return {
    command: random.oneIn(4) ? mutateJson(random, command) : command,
    pauseMilliseconds: random.pick([0, 0, 0, 1, 5, 40]),
  };
}

function message(random: FuzzRandom): ProtocolInput {
  const schema = random.pickAny(Object.keys(schemas)) ?? 'engineCommand';
  const value = random.oneIn(20) ? hostileValue(random) : sampleFor(random, schema);
  return { as: 'message', schema, value: random.oneIn(3) ? value : mutateJson(random, value) };
}

function sampleFor(random: FuzzRandom, schema: string): unknown {
  const [command, event] = [sampleCommand(random), sampleEvent(random)];
  switch (schema) {
    case 'engineEvent':
      return event;
    case 'windowEvent':
      return { type: 'event', connection: random.between(0, 3), event };
    case 'serverMessage':
      return { type: 'event', event };
    case 'serverControl':
    case 'pageMessage':
      return { type: 'command', command };
    case 'engineCommand':
      return command;
    default:
      return sampleRequest(random);
  }
}

/** A frame as a page, or whoever got hold of its socket, could send it. */
function frame(random: FuzzRandom): Uint8Array {
  const pack = (value: unknown) => new Uint8Array(packFrame(value));
  const message = { type: 'command', command: sampleCommand(random) };
  const bytes = packable(() => pack(random.oneIn(2) ? message : mutateJson(random, message)), pack(message));
  if (random.oneIn(20))
    return new Uint8Array(random.between(1, 4000)).fill(random.pick([0x91, 0x81, 0xdd, 0xdf, 0xc9]));
  return random.oneIn(4) ? bytes : mutateBytes(random, bytes, pack(sampleEvent(random)));
}

/** MessagePack refuses to write what is nested too deep. */
function packable(pack: () => Uint8Array, otherwise: Uint8Array): Uint8Array {
  try {
    return pack();
  } catch {
    return otherwise;
  }
}

/** What the server does with a frame: whatever is thrown means that it is none of the protocol. */
function isPageMessage(bytes: Uint8Array): boolean {
  try {
    return pageMessageSchema.safeParse(unpackFrame(bytes)).success;
  } catch {
    return false;
  }
}
