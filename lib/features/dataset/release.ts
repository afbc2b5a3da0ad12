import { type Lang, localize } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import { readSnapshot } from '@/lib/platform/database/snapshot'
import { type ZipEntry, type ZipOutput, zipOf } from '@/lib/platform/files/zip-write'
import { csvRow } from '@/lib/platform/files/csv-write'
import type { CorrectedFields } from '@/lib/features/corrections/changed-fields'
import { correctionsIn } from '@/lib/features/corrections/queries'
import { dictionary } from '@/lib/features/exports/dictionary'
import { csvChunks } from '@/lib/features/exports/formats'
import { readFrom, readPast } from '@/lib/features/exports/export-view'
import { viewOf } from '@/lib/features/exports/list-view'
import type { AnyRegistry } from '@/lib/records/create-registry'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'
import { type RecordTypeText, csvPath, descriptor } from './descriptor'

/** Documents of the archive, whose texts the caller supplies. */
export type Texts = { readme: string; methodology: string; licence: string; types: RecordTypeText }

export const releaseName = (asOf: string): string => `local-record-${asOf.slice(0, 10)}.zip`

/** Removes default filters, because a release includes all records. */
const EVERYTHING = { where: [], values: {} }

/** The whole dataset as a ZIP from one database snapshot, current or as of a time. */
export const release = (
  texts: Texts,
  until: string | null = null,
  registry: AnyRegistry = RECORD_TYPES,
): AsyncGenerator<Uint8Array> =>
  readSnapshot(async function* (snapshot) {
    const corrections = await correctionsIn(snapshot, until ?? 'infinity')
    let asOf = ''
    async function* files(written: readonly ZipOutput[]): AsyncGenerator<ZipEntry> {
      for (const type of Object.keys(registry) as RecordTypeName[]) {
        const view = { ...viewOf(type, {}, undefined, registry), ...EVERYTHING }
        const exported = await (until ? readPast(snapshot, type, until) : readFrom(snapshot, view))
        asOf = exported.asOf
        yield { path: csvPath(type), pieces: csvChunks(view, exported) }
      }
      yield whole('README.md', texts.readme)
      yield whole('METHODOLOGY.md', texts.methodology)
      yield whole('LICENCE.md', texts.licence)
      for (const lang of ['en', 'es'] as const) yield whole(`dictionary.${lang}.csv`, dictionaries(lang, registry))
      yield whole('changelog.csv', changelog(corrections))
      yield whole('datapackage.json', `${JSON.stringify(descriptor(asOf, texts.types, written, registry), null, 2)}\n`)
      yield whole('SHA256SUMS', written.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''))
    }
    yield* zipOf(files)
  })

const whole = (path: string, text: string): ZipEntry => ({ path, pieces: [text] })

const dictionaries = (lang: Lang, registry: AnyRegistry): string =>
  Object.keys(registry)
    .map((type, at) => {
      const [head, ...rows] = dictionary(type, lang, registry)
      const file = translator(lang)('data.fileColumn')
      const lines = rows.map((row) => [csvPath(type), ...row])
      return [...(at === 0 ? [[file, ...head!]] : []), ...lines].map(csvRow).join('')
    })
    .join('')

const changelog = (corrections: readonly CorrectedFields[]): string =>
  [
    ['at', 'type', 'id', 'version', 'kind', 'reason', 'field', 'before', 'after'],
    ...corrections.flatMap(({ at, type, id, version, kind, reason, changes }) => {
      const row = [at, type, id, version, kind, reason && localize(reason, 'en').text]
      return changes.length
        ? changes.map(({ name, before, after }) => [...row, name, before, after])
        : [[...row, null, null, null]]
    }),
  ]
    .map(csvRow)
    .join('')
