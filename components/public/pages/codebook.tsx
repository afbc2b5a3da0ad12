import type { AnyDefinition } from '@/lib/records/define-record-type'
import { RECORD_TYPES, RECORD_TYPE_NAMES } from '@/lib/records/registry'
import { type FieldMeta, fieldLabel, fieldMeta } from '@/lib/platform/lists/field'
import type { Lang } from '@/lib/platform/i18n/locale'
import { PageHead, Section } from '@/components/public/layout/section'
import { translator } from '@/lib/platform/i18n/translate'

/** Codebook generated from the record schemas. */
export const CodebookPage = ({ lang }: { lang: Lang }) => {
  const t = translator(lang)
  return (
    <article>
      <PageHead title={t('about.codebook')}>
        <p className="lede">{t('codebook.lead')}</p>
      </PageHead>
      {RECORD_TYPE_NAMES.map((type) => (
        <Section key={type} title={t(`recordType.${type}`)} about={t(`recordTypeAbout.${type}`)} id={type}>
          <Fields fields={fieldsOf(RECORD_TYPES[type])} lang={lang} />
        </Section>
      ))}
    </article>
  )
}

type Field = { name: string; meta: FieldMeta }

const fieldsOf = ({ record }: Pick<AnyDefinition, 'record'>): Field[] =>
  Object.entries(record.shape).flatMap(([name, schema]) => {
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
