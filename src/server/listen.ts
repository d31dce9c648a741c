import type { AddressInfo, Server } from 'node:net';
import { AdviceError } from '../engine/adviceError';

/** Binds a server to one address. Returns the port. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, host, port)));
    server.listen({ host, port, exclusive: true }, resolve);
  });
  return portOf(server.address());
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

function explain(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : null;
  const another = `Choose another port, for example "layerwise serve --port ${otherPort(port)}".`;
  if (code === 'EADDRINUSE')
    return new AdviceError(
      `Port ${port} is in use, by another Layerwise or another program.`,
      `Go to that one, or end it. ${another}`,
      { cause: error },
    );
  if (code === 'EACCES')
    return new AdviceError(`You may not use port ${port}; low ports belong to the system.`, another, {
      cause: error,
    });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new AdviceError(
      `${host} is no address of this machine.`,
      'Name one of its addresses, or 0.0.0.0 for all of them.',
      { cause: error },
    );
  return new AdviceError(`Port ${port} could not be opened: ${error.message}.`, another, { cause: error });
}

function otherPort(port: number): number {
  return port < 1024 || port >= 65_535 ? 8373 : port + 1;
}
