import { isIPv6 } from 'node:net'

/**
 * The address that a request comes from. What a request says of itself is believed only as far as our own proxies have
 * written it: with `hops` of them before the server, the last `hops` entries of X-Forwarded-For are theirs, and the first of
 * these is the client's. An IPv6 address counts as its network of 64 bits, which is what one household or office is given; the
 * computer's own is written as it is.
 */
export function clientAddress(remote: string | undefined, forwardedFor: string | undefined, hops: number): string {
  const written = (forwardedFor ?? '').split(',').map((part) => part.trim())
  const told = hops > 0 ? written.slice(-hops)[0] : undefined
  return networkOf(told || remote || 'unknown')
}

function networkOf(address: string): string {
  const plain = withoutPort(address)
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain.slice(0, 64)
  const whole = inOneForm(plain)
  return whole === '::1' ? whole : `${inOneForm(`${firstGroups(whole)}::`)}/64`
}

/** Some proxies write the port of the connection as well: every connection would be another asker. */
function withoutPort(address: string): string {
  return address.replace(/^\[([^\]]*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
}

/** The one way to write an address that can be written in many (RFC 5952): as addresses of pages hold it. */
const inOneForm = (address: string) => new URL(`http://[${address}]`).hostname.slice(1, -1)

function firstGroups(address: string): string {
  const [head = '', tail] = address.split('::')
  const [first, last] = [head.split(':').filter(Boolean), (tail ?? '').split(':').filter(Boolean)]
  const gap = tail === undefined ? 0 : 8 - first.length - last.length
  return [...first, ...new Array<string>(gap).fill('0'), ...last].slice(0, 4).join(':')
}
