import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPublicAddress } from '@/lib/platform/fetch/public-addresses'
import { Unreadable } from '@/lib/platform/fetch/failures'
import { resolveTarget } from '@/lib/platform/fetch/resolve-target'

const failure = (address: string, resolve = async () => ['8.8.8.8'], allowed: string[] = []) =>
  resolveTarget(address, { resolve, allowed }).then(
    () => 'read',
    (error: unknown) => (error as Unreadable).failure.code,
  )

describe('an address', () => {
  const refused = [
    ['127.0.0.1', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1'],
    ['255.255.255.255', '192.0.2.1', '198.18.0.1', '203.0.113.9', '240.0.0.1', '192.88.99.1'],
    ['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12::1', 'ff02::1', '2001:db8::1', '3fff::1', 'fec0::1'],
    ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::7f00:1', '64:ff9b::7f00:1', '64:ff9b:1::1', '2002:7f00:1::', '2001::1'],
    ['', 'localhost', '1.2.3', 'x'],
  ].flat()
  test.each(refused)('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false))
  test.each(['8.8.8.8', '1.1.1.1', '151.101.1.1', '2606:4700::1111'])('%s is public', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  )

  test('of a private network is not public, whatever its host part', () =>
    fc.assert(
      fc.property(
        fc.ipV4().map((ip) => ip.split('.').slice(1).join('.')),
        fc.constantFrom(10, 127, 0),
        (rest, first) => !isPublicAddress(`${first}.${rest}`),
      ),
    ))
  test('that embeds IPv4 in IPv6 is never public', () =>
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        const [a, b, c, d] = ip.split('.').map(Number) as [number, number, number, number]
        const low = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
        for (const carrier of [`::ffff:${ip}`, `::${low}`, `64:ff9b::${low}`, `2002:${low}::1`])
          expect(isPublicAddress(carrier), carrier).toBe(false)
      }),
    ))
})

describe('a link', () => {
  test.each([
    ['ftp://news.example/', 'not_an_address'],
    ['file:///etc/passwd', 'not_an_address'],
    ['javascript:alert(1)', 'not_an_address'],
    ['news.example', 'not_an_address'],
    ['http://user:secret@news.example/', 'credentials'],
    ['http://news.example:22/', 'port'],
    ['http://news.example:8080/', 'port'],
    ['http://127.0.0.1/', 'private'],
    ['http://2130706433/', 'private'],
    ['http://0x7f.1/', 'private'],
    ['http://0177.0.0.1/', 'private'],
    ['http://127.1/', 'private'],
    ['http://[::1]/', 'private'],
    ['http://[::ffff:7f00:1]/', 'private'],
    ['http://[64:ff9b::a9fe:a9fe]/', 'private'],
    ['http://１２７.0.0.1/', 'private'],
  ])('%s is refused: %s', async (address, code) => expect(await failure(address)).toBe(code))

  test('is rejected if its host resolves to any private address', async () => {
    expect(await failure('https://news.example/', async () => ['10.0.0.7'])).toBe('private')
    expect(await failure('https://news.example/', async () => ['8.8.8.8', '127.0.0.1'])).toBe('private')
  })
  test('with an unknown host is reported', async () => {
    expect(await failure('https://news.example/', async () => Promise.reject(new Error('ENOTFOUND')))).toBe(
      'unknown_host',
    )
    expect(await failure('https://news.example/', async () => [])).toBe('unknown_host')
  })
  test('to an allowed origin is fetched, and to another port is not', async () => {
    const allowed = ['http://127.0.0.1:8080']
    expect(await failure('http://127.0.0.1:8080/a', undefined, allowed)).toBe('read')
    expect(await failure('http://127.0.0.1:8081/a', undefined, allowed)).toBe('port')
    expect(await failure('http://127.0.0.1/a', undefined, allowed)).toBe('private')
  })
  test('to a standard port of a public server is fetched', async () => {
    expect(await failure('http://news.example:80/')).toBe('read')
    expect(await failure('https://news.example:443/')).toBe('read')
  })
})
