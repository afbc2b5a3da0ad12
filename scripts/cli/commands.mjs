// Plain JavaScript without dependencies: run.mjs reads it before the packages are installed.

/**
 * A command of `scripts/run.mjs`. Its module is `scripts/cli/<name>.ts`. All options take a value and have a default.
 * @typedef {object} Command
 * @property {string} call how a person calls it
 * @property {string} summary one line for the list of commands
 * @property {string} [details] what else a user has to know
 * @property {'production' | 'development' | 'test'} nodeEnv NODE_ENV where the environment doesn't set it
 * @property {boolean} [devPackages] whether it needs the packages of development
 * @property {readonly { name: string, about: string, required?: boolean, repeated?: boolean }[]} args
 * @property {Readonly<Record<string, { value: string, default: string, about: string }>>} options
 */

export const COMMANDS = /** @type {const} @satisfies {Record<string, Command>} */ ({
  start: {
    call: 'npm start',
    summary: 'Builds and serves the site in production mode.',
    details:
      'Installs packages, starts PostgreSQL (or connects to DATABASE_URL), applies migrations, loads the\nfirst content and builds, each only where needed. The port is PORT (3000).',
    nodeEnv: 'production',
    args: [],
    options: {},
  },
  build: {
    call: 'node scripts/run.mjs build',
    summary: 'Builds the site without a database, so that a start elsewhere has nothing left to write.',
    nodeEnv: 'production',
    args: [],
    options: {},
  },
  dev: {
    call: 'npm run dev',
    summary: 'Serves the site in development mode and shows changes at once.',
    nodeEnv: 'development',
    args: [],
    options: {},
  },
  test: {
    call: 'npm test',
    summary: 'Runs the checks and tests.',
    details:
      'The steps in order: client, format, lint, types, unit, integration, build, content, instances, e2e.\nWithout arguments all of them run, up to the first that fails.',
    nodeEnv: 'test',
    devPackages: true,
    args: [{ name: 'step', about: 'a step to run', repeated: true }],
    options: {},
  },
  database: {
    call: 'node scripts/run.mjs database',
    summary: "Starts the site's database alone and prints its address.",
    nodeEnv: 'test',
    args: [],
    options: {},
  },
  load: {
    call: 'node scripts/run.mjs load',
    summary: 'Migrates the database of DATABASE_URL and loads the first content into it.',
    nodeEnv: 'test',
    args: [],
    options: {},
  },
  backup: {
    call: 'npm run backup',
    summary: 'Writes all of the database to one file. The site can go on serving.',
    nodeEnv: 'test',
    args: [{ name: 'file', about: 'the file to write (backups/local-record-<time>.backup)' }],
    options: {},
  },
  restore: {
    call: 'npm run restore',
    summary: 'Fills an empty database from a backup.',
    details: 'The database is the one of DATABASE_OWNER_URL or DATABASE_URL, else the embedded one.',
    nodeEnv: 'test',
    args: [{ name: 'file', about: 'the backup to read', required: true }],
    options: {},
  },
  drill: {
    call: 'npm run drill',
    summary: 'Restores a backup into a temporary database, verifies it, and records the result.',
    details:
      'Without a file, the newest in backups/ is taken; if there is none, one is written. The admin area shows\nthe result. Exits with 1 where the backup cannot be relied on.',
    nodeEnv: 'test',
    args: [{ name: 'file', about: 'the backup to test (the newest)' }],
    options: {},
  },
  verify: {
    call: 'npm run verify',
    summary: 'Checks the history against its seals and the published records against the history.',
    details: 'Prints the newest seal. Exits with 1 where something does not hold.',
    nodeEnv: 'test',
    args: [],
    options: {},
  },
  invite: {
    call: 'npm run invite',
    summary: 'Prints a link that makes one account in the admin area.',
    nodeEnv: 'test',
    args: [{ name: 'role', about: 'contributor, editor or administrator (administrator)' }],
    options: {},
  },
  roles: {
    call: 'npm run roles',
    summary: 'Creates the two database roles that a server needs, with new passwords, and prints their addresses.',
    nodeEnv: 'test',
    args: [],
    options: {},
  },
  'serve-for-tests': {
    call: 'node scripts/run.mjs serve-for-tests',
    summary: 'Serves the built site with the first content from a temporary database, for the browser tests.',
    nodeEnv: 'production',
    devPackages: true,
    args: [],
    options: {},
  },
  bench: {
    call: 'npm run bench',
    summary: 'Measures the server and writes the table to docs/benchmarks.',
    details:
      'All targets hold for 50,000 statements. With 1000000, only the stress test runs. Two sizes also\nmeasure the growth between them.',
    nodeEnv: 'test',
    devPackages: true,
    args: [],
    options: {
      size: { value: 'numbers', default: '50000', about: 'how many statements the data sets have' },
      seconds: { value: 'number', default: '5', about: 'how long each measurement lasts' },
      rounds: { value: 'number', default: '5', about: 'how often each measurement is repeated' },
      only: { value: 'names', default: '', about: 'the measurements to run (all)' },
    },
  },
  'bench-web': {
    call: 'npm run bench:web',
    summary: 'Measures the pages in Chromium as a phone loads them and writes the table to docs/benchmarks.',
    nodeEnv: 'test',
    devPackages: true,
    args: [],
    options: {
      size: { value: 'number', default: '50000', about: 'how many statements the data set has' },
      rounds: { value: 'number', default: '5', about: 'how often each page is loaded' },
    },
  },
  sbom: {
    call: 'npm run sbom',
    summary: 'Prints a CycloneDX list of what the site is made of, read from the lock file.',
    details: 'The same lock file gives the same bytes. Times and serial numbers are written only when asked for.',
    nodeEnv: 'production',
    args: [{ name: 'file', about: 'the file to write (standard output)' }],
    options: {
      packages: { value: 'production|all', default: 'production', about: 'whether packages of development are listed' },
      timestamp: { value: 'time', default: '', about: 'a time such as 2026-11-30T12:00:00Z, for metadata.timestamp' },
      serial: { value: 'uuid', default: '', about: 'a UUID, for serialNumber' },
    },
  },
  scan: {
    call: 'npm run scan',
    summary: 'Runs sqlmap and wapiti against the built site, without an account and as an editor.',
    details: 'Logs and reports are in .data/scan. Exits with 1 where something is found.',
    nodeEnv: 'test',
    devPackages: true,
    args: [],
    options: {
      minutes: { value: 'number', default: '15', about: 'about how long each of the four scans lasts' },
    },
  },
})
