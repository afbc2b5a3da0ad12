import type { z } from 'zod'
import { FederalAction } from '@/lib/records/federal-actions/schema'
import { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import { Label } from '@/lib/records/labels/schema'
import { Official } from '@/lib/records/officials/schema'
import { Organization } from '@/lib/records/organizations/schema'
import { Policy } from '@/lib/records/policies/schema'
import { Source } from '@/lib/records/sources/schema'
import { Stance } from '@/lib/records/stances/schema'
import { Statement } from '@/lib/records/statements/schema'
import { type FieldMeta, fieldLabel, fieldMeta } from '@/lib/platform/lists/field'
import type { Lang } from '@/lib/platform/i18n/locale'
import { PageHead, Section } from '@/components/public/layout/section'
import { translator } from '@/lib/platform/i18n/translate'

const RECORDS = {
  jurisdictions: Jurisdiction,
  organizations: Organization,
  officials: Official,
  statements: Statement,
  policies: Policy,
  stances: Stance,
  'federal-actions': FederalAction,
  sources: Source,
  labels: Label,
} as const
type Type = keyof typeof RECORDS

/** The codebook is not written: it is read from the definitions that make the records. */
export const CodebookPage = ({ lang }: { lang: Lang }) => {
  const t = translator(lang)
  return (
    <article>
      <PageHead title={t('about.codebook')}>
        <p className="lede">{t('codebook.lead')}</p>
      </PageHead>
      {(Object.keys(RECORDS) as Type[]).map((type) => (
        <Section key={type} title={t(`recordType.${type}`)} about={t(`recordTypeAbout.${type}`)} id={type}>
          <Fields fields={fieldsOf(type)} lang={lang} />
        </Section>
      ))}
    </article>
  )
}

type Field = { name: string; meta: FieldMeta }

const fieldsOf = (type: Type): Field[] =>
  Object.entries(RECORDS[type].shape as Record<string, z.ZodType>).flatMap(([name, schema]) => {
    const meta = fieldMeta(schema)
    return meta ? [{ name, meta }] : []
  })

const Fields = ({ fields, lang }: { fields: Field[]; lang: Lang }) => {
  const t = translator(lang)
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          <th scope="col">{t('codebook.field')}</th>
          <th scope="col">{t('codebook.name')}</th>
          <th scope="col">{t('codebook.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, meta }) => (
          <tr key={name}>
            <th scope="row">{fieldLabel(meta, lang)}</th>
            <td data-column={t('codebook.name')}>
              <code className="text-sm">{name}</code>
            </td>
            <td data-column={t('codebook.meaning')} className="share">
              <Meaning meta={meta} lang={lang} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Meaning = ({ meta, lang }: { meta: FieldMeta; lang: Lang }) => (
  <div>
    {meta.about?.[lang]}
    {meta.vocabulary && (
      <details className="opens">
        <summary>
          {translator(lang)('codebook.values')} ({Object.keys(meta.vocabulary).length})
        </summary>
        <ul>
          {Object.entries(meta.vocabulary).map(([code, term]) => (
            <li key={code}>
              <code>{code}</code> {term[lang]}
            </li>
          ))}
        </ul>
      </details>
    )}
  </div>
)
