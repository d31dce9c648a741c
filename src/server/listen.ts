import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AdviceError } from '../engine/adviceError';

/** Binds a server to this machine's loopback interface, and to no other. Returns the port. */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, port)));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, resolve);
  });
  return portOf(server.address());
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

function explain(error: Error, port: number): Error {
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
  return new AdviceError(`Port ${port} could not be opened: ${error.message}.`, another, { cause: error });
}

function otherPort(port: number): number {
  return port < 1024 || port >= 65_535 ? 8373 : port + 1;
}
