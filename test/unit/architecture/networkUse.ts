import { isNode, nodesOf, type SyntaxNode } from './importsOf';

/** Modules by which a program reaches others over a network. */
const modules =
  /^(node:)?(http|https|http2|net|tls|dgram|dns)(\/|$)|^(ws|undici|axios|got|node-fetch|electron-updater|socket\.io.*)$/;
/** What needs no import. */
const globals = new Set([
  'fetch',
  'WebSocket',
  'WebSocketStream',
  'XMLHttpRequest',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
]);
/** Properties of what a page or Electron has at hand. */
const properties = new Set([
  'sendBeacon',
  'webkitGetUserMedia',
  'crashReporter',
  'openExternal',
  'downloadURL',
]);
const globalObjects = new Set(['globalThis', 'window', 'self']);
const ofElectron = new Set(['net', 'crashReporter', 'autoUpdater', 'netLog']);

/** By what a file can reach other programs over a network; types are no way. */
export function networkUse(path: string, text: string): readonly string[] {
  return [...new Set([...nodesOf(path, text)].flatMap(useOf))].sort();
}

function useOf(node: SyntaxNode): readonly string[] {
  switch (node['type']) {
    case 'ImportDeclaration':
    case 'ImportExpression':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node['importKind'] === 'type' || node['exportKind'] === 'type' ? [] : importedBy(node);
    case 'CallExpression':
    case 'NewExpression':
      return nameIn(node['callee'], globals);
    case 'MemberExpression':
      return nameIn(
        node['property'],
        nameIn(node['object'], globalObjects).length > 0 ? new Set([...properties, ...globals]) : properties,
      );
    default:
      return [];
  }
}

function importedBy({ source, specifiers }: SyntaxNode): readonly string[] {
  const name = isNode(source) ? String(source['value']) : '';
  const named = Array.isArray(specifiers) ? specifiers.filter(isNode) : [];
  const values = named.filter((specifier) => specifier['importKind'] !== 'type');
  if (name === 'electron') return values.flatMap((specifier) => nameIn(specifier['imported'], ofElectron));
  if (!modules.test(name)) return [];
  return named.length > 0 && values.length === 0 ? [] : [name];
}

function nameIn(node: unknown, names: ReadonlySet<string>): readonly string[] {
  if (!isNode(node)) return [];
  const name = String(node['name'] ?? node['value']);
  return names.has(name) ? [name] : [];
}
