import { expect, test } from 'vitest'
import { clientKey } from '@/lib/platform/http/client-address'

const request = (forwarded?: string) =>
  new Request('https://record.example/api/v1', { headers: forwarded ? { 'x-forwarded-for': forwarded } : {} })

test.each([
  ['a reader without a proxy', undefined, '203.0.113.9', '203.0.113.9'],
  ['one who makes up an address', '198.51.100.1', '203.0.113.9', '203.0.113.9'],
  ['one behind our proxy', '203.0.113.9', '127.0.0.1', '203.0.113.9'],
  ['one who makes up an address behind our proxy', '198.51.100.1, 203.0.113.9', '10.0.0.4', '203.0.113.9'],
  ['one of a network', '2001:db8:1:2:3:4:5:6', '::1', '8193:3512:1:2'],
  ['another of the same network', undefined, '2001:db8:1:2::7', '8193:3512:1:2'],
  ['an IPv4 address written as IPv6', undefined, '::ffff:203.0.113.9', '203.0.113.9'],
])('%s', (_, forwarded, peer, caller) => {
  expect(clientKey(request(forwarded), peer.replace(/^::ffff:/, ''))).toBe(caller)
})
