import type { ReactNode } from 'react'
import type { RecordTypeName, Records, TypedRecord } from '@/lib/records/registry'
import { summaryOf, titleOf } from '@/lib/records/titles'
import { href } from '@/lib/platform/i18n/translate'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { ActionList } from './action-list'
import { LabelTable } from './label-table'
import { OfficialTable } from './official-table'
import { OrganizationTable } from './organization-table'
import { PlaceTable } from './place-table'
import { PolicyList, StatementList } from './record-lists'
import { SourceTable } from './source-table'
import { StanceTable } from './stance-table'

const ROWS: { [R in RecordTypeName]?: (rows: readonly Records[R][], lang: Lang) => ReactNode } = {
  jurisdictions: (rows, lang) => <PlaceTable places={rows} lang={lang} />,
  statements: (rows, lang) => <StatementList statements={rows} lang={lang} />,
  policies: (rows, lang) => <PolicyList policies={rows} lang={lang} />,
  stances: (rows, lang) => <StanceTable stances={rows} lang={lang} bodies />,
  officials: (rows, lang) => <OfficialTable officials={rows} lang={lang} />,
  organizations: (rows, lang) => <OrganizationTable organizations={rows} lang={lang} />,
  'federal-actions': (rows, lang) => <ActionList actions={rows.map((action) => ({ action }))} lang={lang} />,
  sources: (rows, lang) => <SourceTable sources={rows} lang={lang} />,
  labels: (rows, lang) => <LabelTable labels={rows} lang={lang} places />,
}

type Props = { type: RecordTypeName; rows: readonly RecordBase[]; lang: Lang }

/** Records as the list of their type shows them; types without rows of their own as links with summaries. */
export const RecordRows = ({ type, rows, lang }: Props) => {
  const ownRows = ROWS[type] as ((rows: readonly RecordBase[], lang: Lang) => ReactNode) | undefined
  return ownRows ? ownRows(rows, lang) : <SummaryList type={type} rows={rows} lang={lang} />
}

const SummaryList = ({ type, rows, lang }: Props) => (
  <ul>
    {rows.map((row) => {
      const record = { type, record: row } as unknown as TypedRecord
      return (
        <li key={row.id}>
          <a href={href(lang, row.path)}>{titleOf(record, lang)}</a>
          <p className="quiet">{summaryOf(record, lang)}</p>
        </li>
      )
    })}
  </ul>
)
