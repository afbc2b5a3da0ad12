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
      <Section title={t('method.deciding')} about={t('method.decidingAbout')} id="deciding">
        <DecidingRules lang={lang} />
      </Section>
    </article>
  )
}

const RULES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] as const

const DecidingRules = ({ lang }: { lang: Lang }) => {
  const t = translator(lang)
  return (
    <ol className="reading list-decimal pl-5 space-y-3">
      {RULES.map((rule) => (
        <li key={rule}>
          {t(`deciding.rule${rule}`)}
          <p className="quiet">
            {t('deciding.example')}: {t(`deciding.example${rule}`)}
          </p>
        </li>
      ))}
    </ol>
  )
}

/** A field's own meaning, or that of all fields of its name. */
export const fieldMeaning = (name: string, meta: FieldMeta, lang: Lang): string =>
  meta.about?.[lang] ?? translator(lang)(`fieldMeaning.${name as 'id'}`)

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
              <Meaning name={name} meta={meta} lang={lang} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Meaning = ({ name, meta, lang }: { name: string; meta: FieldMeta; lang: Lang }) => (
  <div>
    {fieldMeaning(name, meta, lang)}
    {meta.vocabulary && (
      <details className="opens">
        <summary>
          {translator(lang)('codebook.values')} ({Object.keys(meta.vocabulary).length})
        </summary>
        <ul>
          {Object.entries(meta.vocabulary).map(([code, term]) => (
            <li key={code}>
              <code>{code}</code> {term[lang]}
              {term.about && <span className="quiet">: {term.about[lang]}</span>}
            </li>
          ))}
        </ul>
      </details>
    )}
  </div>
)
