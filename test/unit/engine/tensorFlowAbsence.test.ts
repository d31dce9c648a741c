import { expect, test } from 'vitest';
import { absenceFromLoader, type TensorFlowAbsence } from '../../../src/engine/tensorflow/tensorFlowAbsence';

const addon = '/opt/layerwise/node_modules/@tensorflow/tfjs-node-gpu/lib/napi-v8/tfjs_binding.node';

/** What the loaders of several systems said. */
test.each<[string, string, TensorFlowAbsence]>([
  [
    'glibc, a library that is gone',
    'libtensorflow_cc.so.2: cannot open shared object file: No such file or directory',
    { reason: 'libraryMissing', library: 'libtensorflow_cc.so.2' },
  ],
  [
    'musl, a library that is gone',
    `Error loading shared library libtensorflow_framework.so.2: No such file or directory (needed by ${addon})`,
    { reason: 'libraryMissing', library: 'libtensorflow_framework.so.2' },
  ],
  [
    'macOS, a library that is gone',
    `dlopen(${addon}, 0x0001): Library not loaded: @rpath/libtensorflow.2.dylib\n  Referenced from: ${addon}`,
    { reason: 'libraryMissing', library: '@rpath/libtensorflow.2.dylib' },
  ],
  [
    'Windows, a library that is gone',
    `The specified module could not be found.\r\n\\\\?\\C:\\layerwise\\tfjs_binding.node`,
    { reason: 'libraryMissing', library: null },
  ],
  [
    'glibc, an addon cut off',
    `${addon}: file too short`,
    { reason: 'wrongSystem', detail: `${addon}: file too short` },
  ],
  [
    'glibc, an addon for macOS',
    `${addon}: invalid ELF header`,
    { reason: 'wrongSystem', detail: `${addon}: invalid ELF header` },
  ],
  [
    'glibc, older than the library',
    `/lib/x86_64-linux-gnu/libc.so.6: version \`GLIBC_2.38' not found (required by ${addon})`,
    {
      reason: 'wrongSystem',
      detail: `/lib/x86_64-linux-gnu/libc.so.6: version \`GLIBC_2.38' not found (required by ${addon})`,
    },
  ],
  [
    'macOS, an addon for Intel on Apple silicon',
    `dlopen(${addon}, 0x0001): tried: '${addon}' (mach-o file, but is an incompatible architecture (have 'x86_64', need 'arm64'))`,
    {
      reason: 'wrongSystem',
      detail: `dlopen(${addon}, 0x0001): tried: '${addon}' (mach-o file, but is an incompatible architecture (have 'x86_64', need 'arm64'))`,
    },
  ],
  [
    'Windows, an addon for another processor',
    `${addon} is not a valid Win32 application.`,
    { reason: 'wrongSystem', detail: `${addon} is not a valid Win32 application.` },
  ],
  [
    'a symbol that the library lacks',
    `${addon}: undefined symbol: TF_NewBuffer`,
    { reason: 'failed', detail: `${addon}: undefined symbol: TF_NewBuffer` },
  ],
])('%s', (_, message, absence) => {
  expect(absenceFromLoader(message)).toEqual(absence);
});
