import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SECRET_SETTINGS } from '@/lib/platform/settings/setting-files'
import { readSettings, settingsWarnings } from '@/lib/platform/settings/settings'

test('every setting has a default', () => {
  expect(readSettings({})).toMatchObject({ port: 3000, siteUrl: 'http://localhost:3000', databaseUrl: undefined })
})

test('the site URL is derived from the port unless it is set', () => {
  expect(readSettings({ PORT: '4000' }).siteUrl).toBe('http://localhost:4000')
  expect(readSettings({ PORT: '4000', SITE_URL: 'https://example.org' }).siteUrl).toBe('https://example.org')
})

test('the server listens on this computer alone unless HOST or SITE_URL says otherwise', () => {
  expect(readSettings({}).host).toBe('127.0.0.1')
  expect(readSettings({ SITE_URL: 'http://localhost:3000' }).host).toBe('127.0.0.1')
  expect(readSettings({ SITE_URL: 'http://127.0.0.1:3000' }).host).toBe('127.0.0.1')
  expect(readSettings({ SITE_URL: 'https://example.org' }).host).toBeUndefined()
  expect(readSettings({ HOST: '0.0.0.0' }).host).toBe('0.0.0.0')
  expect(readSettings({ HOST: '192.168.0.7', SITE_URL: 'https://example.org' }).host).toBe('192.168.0.7')
  for (const name of ['localhost.example.org', '127.example.org', '10.0.0.1'])
    expect(readSettings({ SITE_URL: `http://${name}` }).host, name).toBeUndefined()
})

test('an https site without a named proxy is warned about, because all its readers would be one caller', () => {
  expect(settingsWarnings(readSettings({ SITE_URL: 'https://example.org' }))).toEqual([
    expect.stringContaining('TRUSTED_PROXIES'),
  ])
  const named = { SITE_URL: 'https://example.org', TRUSTED_PROXIES: '10.0.0.1' }
  expect(settingsWarnings(readSettings(named))).toEqual([])
  expect(settingsWarnings(readSettings({}))).toEqual([])
})

test('proxies are addresses and networks, and hosts are names without ports', () => {
  expect(readSettings({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8 2001:db8::/32' }).trustedProxies).toEqual([
    '127.0.0.1',
    '10.0.0.0/8',
    '2001:db8::/32',
  ])
  expect(readSettings({ ALLOWED_HOSTS: 'WWW.example.org,[::1]' }).allowedHosts).toEqual(['www.example.org', '[::1]'])
  for (const TRUSTED_PROXIES of ['proxy', '10.0.0.0/33', '10.0.0', '::1/129', '10.0.0.0/8/8', '1.2.3.4:80', '*'])
    expect(() => readSettings({ TRUSTED_PROXIES }), TRUSTED_PROXIES).toThrow(/TRUSTED_PROXIES has to be/)
  for (const ALLOWED_HOSTS of ['https://example.org', 'example.org:80', 'example.org/', 'a@b'])
    expect(() => readSettings({ ALLOWED_HOSTS }), ALLOWED_HOSTS).toThrow(/ALLOWED_HOSTS has to be/)
  fc.assert(
    fc.property(fc.ipV4(), fc.integer({ min: 0, max: 32 }), (address, bits) => {
      expect(readSettings({ TRUSTED_PROXIES: `${address}/${bits}` }).trustedProxies).toHaveLength(1)
    }),
  )
})

test('an empty setting counts as unset', () => {
  expect(readSettings({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: undefined })
})

test('replicas are comma-separated, and each must be a PostgreSQL URL', () => {
  const [one, other] = ['postgresql://a@one.internal/record', 'postgres://a@other.internal:5433/record']
  expect(readSettings({ DATABASE_REPLICA_URLS: `${one}, ${other}` }).databaseReplicaUrls).toEqual([one, other])
  expect(readSettings({}).databaseReplicaUrls).toEqual([])
  expect(() => readSettings({ DATABASE_REPLICA_URLS: `${one},other` })).toThrow(/DATABASE_REPLICA_URLS has to be/)
})

test('all invalid settings are reported in one list, without their values', () => {
  const wrong = { PORT: 'eighty', DATABASE_URL: 'mysql://user:secret@host/db', SITE_URL: 'https://example.org/' }
  expect(() => readSettings(wrong)).toThrow(/PORT has to be a number\.[^]*/)
  expect(() => readSettings(wrong)).toThrow(/DATABASE_URL has to be like postgresql:/)
  expect(() => readSettings(wrong)).toThrow(/SITE_URL has to be like https:/)
  expect(() => readSettings(wrong)).not.toThrow(/secret/)
})

test.each(['0.5', '-1', '70000'])('port %s is refused', (PORT) => expect(() => readSettings({ PORT })).toThrow(/PORT/))

test('a secret can be a file, and a value in the environment wins', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'))
  const file = join(folder, 'secret')
  writeFileSync(file, 'a secret of at least thirty-two letters\n')
  expect(readSettings({ AUTH_SECRET_FILE: file }).authSecret).toBe('a secret of at least thirty-two letters')
  const given = 'another secret of at least thirty-two letters'
  expect(readSettings({ AUTH_SECRET_FILE: file, AUTH_SECRET: given }).authSecret).toBe(given)
  rmSync(folder, { recursive: true })
})

test.each(SECRET_SETTINGS)('%s_FILE that cannot be read, is empty or wrong is told without its content', (name) => {
  expect(() => readSettings({ [`${name}_FILE`]: '/nowhere/at/all' })).toThrow(
    `${name}_FILE has to be a file that can be read`,
  )
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'))
  const file = join(folder, 'secret')
  writeFileSync(file, ' \n')
  expect(() => readSettings({ [`${name}_FILE`]: file })).toThrow(`${name}_FILE has to be a file with the value in it`)
  writeFileSync(file, 'hush')
  if (!name.startsWith('ARCHIVE')) {
    expect(() => readSettings({ [`${name}_FILE`]: file })).toThrow(`${name} has to be`)
    expect(() => readSettings({ [`${name}_FILE`]: file })).not.toThrow(/hush/)
  }
  rmSync(folder, { recursive: true })
})
