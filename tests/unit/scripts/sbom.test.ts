import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRequire } from 'node:module'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '@/scripts/paths'
import { type Sbom, createSbom } from '@/scripts/sbom/sbom'

type Lock = { packages: Record<string, { version: string; dev?: boolean; devOptional?: boolean; name?: string }> }
const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock

/** "name@version" of the packages of the lock file that the site runs with. */
const locked = (isWanted: (one: Lock['packages'][string]) => boolean) =>
  new Set(
    Object.entries(packages)
      .filter(([path, one]) => path !== '' && isWanted(one))
      .map(([path, { name, version }]) => `${name ?? path.replace(/^.*node_modules\//, '')}@${version}`),
  )

/** CycloneDX's own schema. */
function validator() {
  const folder = join(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library'), '../../res/schema')
  const schema = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.SNAPSHOT.schema.json`), 'utf8'))
  const ajv = new Ajv({ strict: false, formats: { 'iri-reference': true, 'idn-email': true } })
  addFormats(ajv)
  for (const name of ['spdx', 'jsf-0.82'])
    ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
  return ajv.compile(schema('bom-1.5'))
}

describe('the list of packages', () => {
  let sbom: Sbom
  beforeAll(async () => {
    sbom = await createSbom({ root: ROOT })
  })

  test('is valid CycloneDX', () => {
    const validate = validator()
    validate(sbom)
    expect(validate.errors ?? []).toEqual([])
    expect(validate({ ...sbom, components: [{ name: 'without a type' }] })).toBe(false)
  })

  test('has every package of production once, with its version and license, and no other', () => {
    const listed = sbom.components.map(({ name, version }) => `${name}@${version}`)
    expect(listed.toSorted()).toEqual([...locked(({ dev, devOptional }) => !dev && !devOptional)].toSorted())
    for (const { name, licenses, purl } of sbom.components) {
      expect(licenses, name).toHaveLength(1)
      expect(JSON.stringify(licenses), name).toMatch(/"(id|name|expression)":"[^"]{2,}"/)
      expect(purl).toMatch(/^pkg:npm\//)
    }
  })

  test('says what each package needs', () => {
    const refs = new Set([sbom.metadata.component['bom-ref'], ...sbom.components.map((one) => one['bom-ref'])])
    expect(
      sbom.dependencies.flatMap(({ ref, dependsOn = [] }) => [ref, ...dependsOn]).filter((ref) => !refs.has(ref)),
    ).toEqual([])
  })

  test('has the same bytes each time, without a time, a serial number or a folder', async () => {
    const text = JSON.stringify(sbom)
    expect(JSON.stringify(await createSbom({ root: ROOT }))).toBe(text)
    expect(text).not.toMatch(/timestamp|serialNumber/)
    expect(text).not.toContain(ROOT)
    const marked = await createSbom({
      root: ROOT,
      timestamp: '2026-11-30T12:00:00Z',
      serial: '3e671687-395b-41f5-a30f-a58921a69b79',
    })
    expect(marked.metadata.timestamp).toBe('2026-11-30T12:00:00Z')
    expect(marked.serialNumber).toBe('urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79')
  })
})
