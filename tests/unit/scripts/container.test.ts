import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { BlockList, isIP } from 'node:net'
import { join } from 'node:path'
import { validate } from 'dockerfile-utils'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { SECRET_SETTINGS } from '@/lib/platform/settings/setting-files'
import { ROOT } from '@/scripts/paths'
import { knownWeakness } from '@/scripts/versions/known-fixes'
import { DOCKERFILE, execForm, instructions, isIgnored, stages, variables, wordsOf } from '@/tests/fixtures/dockerfile'

const PRIVATE = [
  ...['.env', '.env.local', 'secrets/auth_secret', '.data/secret', '.data/main/password', 'backups/a.backup'],
  ...['local-record-2026-11-30.backup'],
]

/** "18.6" and "24.22.1" of "postgres:18.6-bookworm" and "node:24.22.1-bookworm-slim". */
const versionOf = (image: string) => /:(\d+(\.\d+)+)/.exec(image)?.[1] ?? ''

describe('the Dockerfile', () => {
  const keywords = instructions.map((one) => one.getKeyword())
  const last = stages.at(-1)!
  const lastKeywords = last.map((one) => one.getKeyword())

  test('has nothing that a linter for Dockerfiles reports', () =>
    expect(validate(DOCKERFILE).map(({ message }) => message)).toEqual([]))

  test('pins its base images to a release of Node without known weaknesses', () => {
    const images = stages.map(([from]) => wordsOf(from!)[0]!)
    expect(images.length).toBe(2)
    for (const image of images) {
      expect(image).toMatch(/^node:\d+\.\d+\.\d+-[a-z]+-slim$/)
      expect(knownWeakness('Node', versionOf(image))).toBeNull()
    }
  })

  test('installs the locked packages before it copies the sources, so that a change of code reuses them', () => {
    const [build] = stages
    const steps = build!.map((one) => one.getArgumentsContent() ?? '')
    const [lock, install, sources] = [/package-lock\.json/, /^npm ci --omit=dev /, /^\. \.$/].map((step) =>
      steps.findIndex((text) => step.test(text)),
    ) as [number, number, number]
    expect(lock).toBeGreaterThan(0)
    expect(install).toBeGreaterThan(lock)
    expect(sources).toBeGreaterThan(install)
  })

  test('runs as another user than root, who owns nothing of the program', () => {
    expect(wordsOf(last.find((one) => one.getKeyword() === 'USER')!)).toEqual(['node'])
    expect(lastKeywords.indexOf('USER')).toBeGreaterThan(lastKeywords.lastIndexOf('RUN'))
    expect(lastKeywords.indexOf('USER')).toBeGreaterThan(lastKeywords.lastIndexOf('COPY'))
    expect(last.filter((one) => one.getKeyword() === 'COPY').map(String)).toEqual(['COPY --from=build /app ./'])
  })

  test('downloads nothing but packages, and holds no secret', () => {
    expect(keywords).not.toContain('ADD')
    expect(DOCKERFILE).not.toMatch(/\b(curl|wget|apt-get|apk|sudo)\b|https?:\/\/(?!127\.0\.0\.1)/)
    expect(Object.keys(variables).filter((name) => (SECRET_SETTINGS as readonly string[]).includes(name))).toEqual([])
    expect(keywords).not.toContain('ARG')
  })

  test('has a health check, and commands that get signals', () => {
    for (const keyword of ['HEALTHCHECK', 'CMD']) {
      const one = last.find((instruction) => instruction.getKeyword() === keyword)!
      expect(execForm(one)[0], keyword).toBe('node')
    }
  })

  test('keeps its data on a volume', () => {
    const [volume] = wordsOf(last.find((one) => one.getKeyword() === 'VOLUME')!)
    expect(variables).toMatchObject({ DATA_DIR: volume, NODE_ENV: 'production' })
  })
})

test('neither the image nor the repository takes secrets, data or backups', () => {
  expect(PRIVATE.filter((path) => !isIgnored(path))).toEqual([])
  const ignored = execFileSync('git', ['check-ignore', '--no-index', ...PRIVATE], { cwd: ROOT, encoding: 'utf8' })
  expect(ignored.trim().split('\n')).toEqual(PRIVATE)
})

test('the image has what a start needs, and no tests', () => {
  const needed = ['scripts/run.mjs', 'prisma/content', 'prisma/migrations', 'package-lock.json', 'LICENSE', 'public']
  expect(needed.filter(isIgnored)).toEqual([])
  const left = ['tests/unit/x.test.ts', '.git/config', 'node_modules/pg/package.json', '.next/BUILD_ID', 'docs/a.md']
  expect(left.filter((path) => !isIgnored(path))).toEqual([])
})

type Service = Record<string, unknown> & {
  image: string
  environment: Record<string, string>
  secrets: string[]
  volumes: string[]
  networks: string[]
  ports?: string[]
  cap_add?: string[]
}
type Compose = {
  services: Record<'site' | 'database', Service>
  networks: Record<string, { internal?: boolean; ipam?: { config: { subnet: string; gateway: string }[] } } | null>
  volumes: Record<string, unknown>
  secrets: Record<string, { file: string }>
}

describe('compose.yaml', () => {
  const compose = parse(readFileSync(join(ROOT, 'compose.yaml'), 'utf8'), { merge: true }) as Compose
  const { site, database } = compose.services

  test('has only keys that Compose knows', () => {
    const known =
      /^(build|image|restart|init|stop_grace_period|shm_size|read_only|tmpfs|cap_drop|cap_add|security_opt|environment|secrets|volumes|ports|networks|depends_on|logging|healthcheck)$/
    for (const [name, service] of Object.entries(compose.services))
      expect(
        Object.keys(service).filter((key) => !known.test(key)),
        name,
      ).toEqual([])
    expect(Object.keys(compose).sort()).toEqual(['name', 'networks', 'secrets', 'services', 'volumes'])
  })

  test.each(Object.entries(compose.services))('%s runs without rights that it does not need', (_, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      restart: 'unless-stopped',
      logging: { options: { 'max-size': expect.any(String), 'max-file': expect.any(String) } },
    })
    expect(service).not.toHaveProperty('privileged')
  })

  test.each(Object.entries(compose.services))('%s gets its secrets as files', (_, { environment, secrets }) => {
    const given = Object.entries(environment).filter(([name]) => /PASSWORD|SECRET|TOKEN|DATABASE_URL/.test(name))
    expect(given.length).toBeGreaterThan(0)
    for (const [name, value] of given) {
      expect(name).toMatch(/_FILE$/)
      expect(secrets.map((secret) => `/run/secrets/${secret}`)).toContain(value)
    }
    for (const secret of secrets) expect(compose.secrets[secret]?.file).toBe(`secrets/${secret}`)
  })

  test('the site reads every secret that it gets by a setting that exists', () => {
    const files = Object.keys(site.environment).filter((name) => name.endsWith('_FILE'))
    for (const name of files) expect(SECRET_SETTINGS).toContain(name.replace(/_FILE$/, ''))
  })

  test('only this computer reaches the site, and only the site reaches the database', () => {
    expect(site.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)])
    expect(database.ports).toBeUndefined()
    expect(database.networks).toEqual(['inside'])
    expect(compose.networks.inside).toEqual({ internal: true })
  })

  test('the one proxy whose word is taken for a reader’s address is this computer, as the site’s network sees it', () => {
    const proxies = /^\$\{TRUSTED_PROXIES:-(.*)\}$/.exec(site.environment.TRUSTED_PROXIES!)![1]!
    expect(isIP(proxies)).toBe(4)
    const [network, ...others] = compose.networks.outside!.ipam!.config
    expect(others).toEqual([])
    expect(proxies).toBe(network!.gateway)
    const [address, bits] = network!.subnet.split('/')
    const list = new BlockList()
    list.addSubnet(address!, Number(bits))
    expect(list.check(proxies)).toBe(true)
  })

  test('the database is a release of PostgreSQL without known weaknesses, with a health check that the site waits for', () => {
    expect(database.image).toMatch(/^postgres:\d+\.\d+-[a-z]+$/)
    expect(knownWeakness('PostgreSQL', versionOf(database.image))).toBeNull()
    expect(site.depends_on).toEqual({ database: { condition: 'service_healthy' } })
    expect(database.healthcheck).toMatchObject({ test: expect.arrayContaining(['pg_isready']) })
  })

  test('every volume, network and secret is declared, and data is on volumes', () => {
    for (const { volumes, networks, secrets } of [site, database]) {
      for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0])
      for (const network of networks) expect(Object.keys(compose.networks)).toContain(network)
      for (const secret of secrets) expect(Object.keys(compose.secrets)).toContain(secret)
    }
    expect(site.volumes).toEqual([`data:${variables.DATA_DIR}`])
    expect(database.volumes).toEqual([expect.stringMatching(/:\/var\/lib\/postgresql$/)])
  })
})
