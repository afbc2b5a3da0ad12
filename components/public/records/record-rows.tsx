import type { ReactNode } from 'react'
import type { Records, RecordTypeName } from '@/lib/records/registry'
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

const ROWS: { [R in RecordTypeName]: (rows: readonly Records[R][], lang: Lang) => ReactNode } = {
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

/** Records of any type as its list renders them. */
export const RecordRows = ({ type, rows, lang }: Props) =>
  (ROWS[type] as (rows: readonly RecordBase[], lang: Lang) => ReactNode)(rows, lang)
