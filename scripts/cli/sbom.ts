import { writeFileSync } from 'node:fs'
import { UsageError, parseCommandLine } from '@/scripts/cli/command-line.mjs'
import { runCommand, shutDown } from '@/scripts/cli/shutdown'
import { ROOT } from '@/scripts/paths'
import { createSbom } from '@/scripts/sbom/sbom'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

await runCommand(async () => {
  const {
    args: [file],
    options: { packages, timestamp, serial },
  } = parseCommandLine('sbom')
  if (!['production', 'all'].includes(packages))
    throw new UsageError(`--packages takes production or all, not "${packages}".`)
  if (timestamp && (!TIME.test(timestamp) || Number.isNaN(Date.parse(timestamp))))
    throw new UsageError(`--timestamp takes a time such as 2026-11-30T12:00:00Z, not "${timestamp}".`)
  if (serial && !UUID.test(serial)) throw new UsageError(`--serial takes a UUID, not "${serial}".`)
  const sbom = await createSbom({ root: ROOT, development: packages === 'all', timestamp, serial })
  const text = `${JSON.stringify(sbom, null, 2)}\n`
  if (file) writeFileSync(file, text)
  else await new Promise((written) => process.stdout.write(text, written))
  await shutDown(0)
})
