import { expect, test } from 'vitest'
import { clientAddress } from '../../../server/web/client-address.ts'

test.each([
  ['without proxies what the request says is not heard', '10.0.0.1', '6.6.6.6', 0, '10.0.0.1'],
  ['behind one proxy its entry counts, which is the last', '10.0.0.1', '6.6.6.6, 192.0.2.7', 1, '192.0.2.7'],
  ['behind two the one before it', '10.0.0.1', '6.6.6.6, 192.0.2.7, 10.0.0.9', 2, '192.0.2.7'],
  ['a list shorter than the proxies gives its first entry', '10.0.0.1', '192.0.2.7', 3, '192.0.2.7'],
  ['a proxy that says nothing', '10.0.0.1', undefined, 1, '10.0.0.1'],
  ['an empty entry', '10.0.0.1', '6.6.6.6, ', 1, '10.0.0.1'],
  ['no connection at all', undefined, '6.6.6.6', 0, 'unknown'],
  ['IPv4 written as IPv6', '::ffff:192.0.2.7', undefined, 0, '192.0.2.7'],
  ['IPv6 is counted by its network', '2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
  ['and so written short', '2001:DB8:1:2::9', undefined, 0, '2001:db8:1:2::/64'],
  ['the same network written with noughts', '2001:0db8:0001:0002:0:0:0:9', undefined, 0, '2001:db8:1:2::/64'],
  ['a network with noughts in it', '2001:db8::9', undefined, 0, '2001:db8::/64'],
  ['an address of this link', 'fe80::1%eth0', undefined, 0, 'fe80::/64'],
  ['the loopback of IPv6', '::1', undefined, 0, '::1'],
  ['a proxy that writes the port as well', '10.0.0.1', '192.0.2.7:51234', 1, '192.0.2.7'],
  ['and that of IPv6', '10.0.0.1', '[2001:db8:1:2::9]:51234', 1, '2001:db8:1:2::/64'],
  ['what is no address', '10.0.0.1', 'a:b::c]', 1, 'a:b::c]'],
  ['an endless entry is cut', '10.0.0.1', 'x'.repeat(10_000), 1, 'x'.repeat(64)],
])('%s', (_name, remote, forwardedFor, hops, address) => {
  expect(clientAddress(remote, forwardedFor, hops)).toBe(address)
})
