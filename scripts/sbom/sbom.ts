import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CliError } from '@/scripts/cli/cli-error'

type License = { license: { id?: string; name?: string } } | { expression: string }
type Component = {
  'bom-ref': string
  type: string
  name: string
  version: string
  scope?: string
  purl: string
  hashes?: { alg: string; content: string }[]
  licenses?: License[]
}
export type Sbom = {
  $schema: string
  bomFormat: 'CycloneDX'
  specVersion: string
  serialNumber?: string
  version: number
  metadata: { timestamp?: string; tools: { vendor: string; name: string }[]; component: Component }
  components: Component[]
  dependencies: { ref: string; dependsOn?: string[] }[]
}

type Options = {
  /** The folder of package.json and package-lock.json. */
  root: string
  /** Lists the packages of development too. */
  development?: boolean
  timestamp?: string
  serial?: string
}

/** Licenses that the packages' own package.json does not name, read in the LICENSE files. */
const READ_LICENSES: Record<string, string> = { 'seq-queue@0.0.5': 'MIT' }

/**
 * The packages of the lock file as a CycloneDX document. npm writes it; what differs from run to run, by folder or by
 * npm's version is left out, so that the same lock file gives the same bytes.
 */
export async function createSbom({ root, development = false, timestamp, serial }: Options): Promise<Sbom> {
  const written = JSON.parse(await npmSbom(root)) as Sbom
  const { name, version, license } = readJson<Record<string, string>>(root, 'package.json')
  const licenses = missingLicenses(root)
  const isListed = development ? () => true : productionPackages(root)
  return {
    $schema: written.$schema,
    bomFormat: written.bomFormat,
    specVersion: written.specVersion,
    ...(serial && { serialNumber: `urn:uuid:${serial}` }),
    version: 1,
    metadata: {
      ...(timestamp && { timestamp }),
      tools: [{ vendor: 'npm', name: 'cli' }],
      component: {
        'bom-ref': written.metadata.component['bom-ref'],
        type: 'application',
        name: name!,
        version: version!,
        purl: `pkg:npm/${name}@${version}`,
        licenses: [{ license: { id: license! } }],
      },
    },
    components: written.components
      .filter(({ name, version }) => isListed(`${name}@${version}`))
      .map(({ 'bom-ref': ref, type, name, version, scope, purl, hashes, licenses: named }) => ({
        ...{ 'bom-ref': ref, type, name, version, scope, purl },
        ...(hashes?.length && { hashes }),
        licenses: named?.length ? named : [{ license: { id: licenses(name, version) } }],
      }))
      .sort(by((component) => component['bom-ref'])),
    dependencies: written.dependencies
      .filter(({ ref }) => ref === written.metadata.component['bom-ref'] || isListed(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter(isListed).sort() }))
      .sort(by(({ ref }) => ref)),
  }
}

const by =
  <T>(key: (one: T) => string) =>
  (a: T, b: T) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0

async function npmSbom(root: string): Promise<string> {
  const npm = process.env.npm_execpath
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const args = [...first, 'sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application']
  try {
    const { stdout } = await promisify(execFile)(program, args, { cwd: root, maxBuffer: 100_000_000 })
    return stdout
  } catch (error) {
    throw new CliError(`npm could not list the packages (npm 10 or later is needed):\n${(error as Error).message}`)
  }
}

type Locked = {
  name?: string
  version?: string
  license?: string
  dev?: boolean
  devOptional?: boolean
  optionalDependencies?: Record<string, string>
}
type Lock = { packages: Record<string, Locked> }

/** Tells whether a package is one of production. npm's own `--omit=dev` leaves out what development needs as well. */
function productionPackages(root: string): (nameAndVersion: string) => boolean {
  const { packages } = readJson<Lock>(root, 'package-lock.json')
  const names = Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { name, version }]) => `${name ?? path.replace(/^.*node_modules\//, '')}@${version}`)
  const wanted = new Set(names)
  return (nameAndVersion) => wanted.has(nameAndVersion)
}

/**
 * Finds the license of a package whose entry in the lock file names none. npm leaves it out for programs of other
 * platforms; each is a part of the package that lists it as optional, under the same license.
 */
function missingLicenses(root: string): (name: string, version: string) => string {
  const { packages } = readJson<Lock>(root, 'package-lock.json')
  const owners = Object.values(packages).flatMap(({ license, optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).map((name) => [name, license] as const),
  )
  const byName = new Map(owners)
  return (name, version) => {
    const license = READ_LICENSES[`${name}@${version}`] ?? byName.get(name)
    if (!license)
      throw new CliError(`${name}@${version} names no license: read it, and add it to scripts/sbom/sbom.ts.`)
    return license
  }
}

const readJson = <T>(root: string, file: string): T => JSON.parse(readFileSync(join(root, file), 'utf8')) as T
