import { connect, type Socket } from 'node:net'

/** The part of the driver's settings that says where the server is: one address or several, or the path of a Unix socket. */
interface Where {
  host: readonly string[]
  port: readonly number[]
  path: string | false
}

/**
 * Makes the driver's sockets, each of which sends every message at once (TCP_NODELAY). The driver writes a question in pieces;
 * otherwise the system holds a piece back until the server has confirmed the one before, which the server puts off for 40 ms,
 * three times an import. Of several addresses each new connection takes the next one.
 */
export function promptSocket(): (where: Where) => Socket {
  let connections = 0
  return ({ host, port, path }) => {
    if (path) return connect({ path })
    const at = connections++ % port.length
    const name = host[at] ?? 'localhost'
    // The driver reads the host's name where it asks for a certificate.
    return Object.assign(connect({ host: name, port: port[at] ?? 5432, noDelay: true }), { host: name })
  }
}
