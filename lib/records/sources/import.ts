import { LINEAGE } from '@/lib/vocabularies/fidelity'
import { type Draft, type Setter, codeIn, items, recordIn } from '@/lib/records/shared/import-setters'
import { readOnly } from '@/lib/records/shared/citation-setters'

const list = (draft: Draft, property: string): Draft[] => (draft[property] as Draft[] | undefined) ?? []

/** "rewrite_of: id of the source" */
const lineage: Setter = {
  columns: ['lineage'],
  set: async (setting) => {
    const { cell, draft } = setting
    const before = list(draft, 'lineage')
    const next: Draft[] = []
    for (const item of items(cell('lineage'))) {
      const [name = '', ...rest] = item.split(':')
      const kind = codeIn(setting, 'lineage', LINEAGE, name.trim())
      const sourceId = await recordIn(setting, 'lineage', 'sources', rest.join(':').trim())
      next.push({ kind, sourceId, note: before.find((one) => one.sourceId === sourceId)?.note ?? null })
    }
    draft.lineage = next
  },
}

const captures: Setter = {
  columns: ['captures_sha256'],
  set: ({ cell, draft }) => {
    const before = list(draft, 'captures')
    draft.captures = items(cell('captures_sha256')).map(
      (sha256) => before.find((one) => one.sha256 === sha256) ?? { sha256, capturedOn: null, note: null },
    )
  },
}

export const importSetters = { lineage: [lineage], captures: [captures], leads: [readOnly('leads')] }
