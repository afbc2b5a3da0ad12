// Adds to package-lock.json the optional platform packages that npm left out (npm/cli issue 9846): without them
// `npm ci` rejects the lock file. Run it after every change of the dependencies; it prints what it added.
import { readFileSync, writeFileSync } from 'node:fs'

const OS = [
  'darwin',
  'linux',
  'win32',
  'windows',
  'android',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'openharmony',
]
const CPU = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32']

/** The operating system and CPU in a platform package's name, in npm's notation. */
const platform = (name) => {
  const words = name.split(/[-/]/)
  const os = words.find((word) => OS.includes(word))
  const cpu = words.find((word) => CPU.includes(word)) ?? (words.includes('universal') ? undefined : 'none')
  return {
    ...(cpu && { cpu: [cpu] }),
    ...(os && { os: [os === 'windows' ? 'win32' : os] }),
  }
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const added = []
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const places = [`${path}/node_modules/${name}`, `node_modules/${name}`].map((place) => place.replace(/^\//, ''))
    if (places.some((place) => lock.packages[place])) continue
    lock.packages[`node_modules/${name}`] = {
      version: version.replace(/^[\^~]/, ''),
      ...platform(name),
      optional: true,
    }
    added.push(`${name}@${version}`)
  }
}
const root = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
lock.packages = Object.fromEntries(root)
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length ? `Added ${added.length}:\n${added.join('\n')}` : 'The lock file is complete.')
