import fc from 'fast-check'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { clientKey } from '@/lib/platform/http/client-address'
import { set } from '@/lib/platform/settings/settings'

const before = process.env.TRUSTED_PROXIES ?? ''
beforeEach(() => set('TRUSTED_PROXIES', '127.0.0.1, ::1, 10.0.0.0/8, 2001:db8:ffff::/48'))
afterAll(() => set('TRUSTED_PROXIES', before))

const request = (forwarded?: string) =>
  new Request('https://record.example/api/v1', { headers: forwarded ? { 'x-forwarded-for': forwarded } : {} })

test.each([
  ['a reader without a proxy', undefined, '203.0.113.9', '203.0.113.9'],
  ['one who makes up an address', '198.51.100.1', '203.0.113.9', '203.0.113.9'],
  ['one behind our proxy', '203.0.113.9', '127.0.0.1', '203.0.113.9'],
  ['one who makes up an address behind our proxy', '198.51.100.1, 203.0.113.9', '10.0.0.4', '203.0.113.9'],
  ['one behind two of our proxies', '198.51.100.1, 203.0.113.9, 10.0.0.4', '127.0.0.1', '203.0.113.9'],
  ['one in a private network that is no proxy of ours', '203.0.113.9', '192.168.0.7', '192.168.0.7'],
  ['our proxy itself', undefined, '10.0.0.4', '10.0.0.4'],
  ['one whose proxy writes the port', '203.0.113.9:4711', '10.0.0.4', '203.0.113.9'],
  ['one whose proxy writes the port of IPv6', '[2001:db8:1:2::7]:4711', '10.0.0.4', '8193:3512:1:2'],
  ['one whose proxy knows no address', 'unknown', '10.0.0.4', '10.0.0.4'],
  ['one behind a proxy with IPv6', '203.0.113.9', '2001:db8:ffff::1', '203.0.113.9'],
  ['one of a network', '2001:db8:1:2:3:4:5:6', '::1', '8193:3512:1:2'],
  ['another of the same network', undefined, '2001:db8:1:2::7', '8193:3512:1:2'],
  ['an IPv4 address written as IPv6', undefined, '::ffff:203.0.113.9', '203.0.113.9'],
  ['an IPv4 address written as IPv6 in hexadecimal', undefined, '::ffff:cb00:7109', '203.0.113.9'],
  ['a proxy with an IPv4 address written as IPv6', '203.0.113.9', '::ffff:10.0.0.4', '203.0.113.9'],
])('%s', (_, forwarded, peer, caller) => {
  expect(clientKey(request(forwarded), peer)).toBe(caller)
})

const isTrusted = (address: string) => address === '127.0.0.1' || address === '::1' || address.startsWith('10.')
const address = fc.oneof(fc.ipV4(), fc.constantFrom('127.0.0.1', '10.1.2.3', '10.255.0.1', '192.168.1.1'))
const invented = fc.oneof(address, fc.constantFrom('unknown', '', '-', '10.0.0.0/8', '1.2.3', '0x7f.1', '2130706433'))
const header = (hops: readonly string[]) => ({
  headers: { get: (name: string) => (name === 'x-forwarded-for' ? hops.join(', ') : null) },
})

test('whatever a client writes, it is counted under the address that our own proxies saw', () => {
  fc.assert(
    fc.property(
      fc.array(invented, { maxLength: 6 }),
      fc.ipV4().filter((client) => !isTrusted(client)),
      fc.array(fc.constantFrom('10.1.2.3', '127.0.0.1'), { maxLength: 3 }),
      (madeUp, client, proxies) => {
        // Each proxy appends the peer that it saw; the last one is our peer.
        const seen = [client, ...proxies]
        expect(clientKey(header([...madeUp, ...seen.slice(0, -1)]), seen.at(-1))).toBe(client)
      },
    ),
  )
})

test('without a named proxy, no header changes the caller', () => {
  set('TRUSTED_PROXIES', '')
  fc.assert(
    fc.property(fc.array(invented, { maxLength: 6 }), fc.ipV4(), (hops, peer) => {
      expect(clientKey(header(hops), peer)).toBe(peer)
    }),
  )
  expect(clientKey(header(['203.0.113.9']), undefined)).toBe('')
})
