/**
 * The address that a request comes from. What a request says of itself is believed only as far as our own proxies have
 * written it: with `hops` of them before the server, the last `hops` entries of X-Forwarded-For are theirs, and the first of
 * these is the client's. An IPv6 address counts as its network of 64 bits, which is what one household or office is given.
 */
export function clientAddress(remote: string | undefined, forwardedFor: string | undefined, hops: number): string {
  const written = (forwardedFor ?? '').split(',').map((part) => part.trim())
  const told = hops > 0 ? written.slice(-hops)[0] : undefined
  return networkOf(told || remote || 'unknown')
}

function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!plain.includes(':')) return plain.slice(0, 64)
  const [head = '', tail = ''] = plain.toLowerCase().split('::')
  const [first, last] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)]
  const gap = plain.includes('::') ? Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0') : []
  return `${[...first, ...gap, ...last].slice(0, 4).join(':').slice(0, 64)}::/64`
}
