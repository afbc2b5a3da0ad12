import type { FieldChange } from '@/lib/features/corrections/changed-fields'
import { type Differences, createWordComparison } from '@/lib/text/word-differences'
import { withVisibleMarks } from '@/lib/platform/text/hidden-characters'
import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'

/** Field-by-field differences with the changed words marked. */
export const FieldChanges = ({ changes, lang }: { changes: readonly FieldChange[]; lang: Lang }) => {
  const t = translator(lang)
  if (!changes.length) return <p className="quiet">{t('corrections.elsewhere')}</p>
  const compare = createWordComparison()
  const rows = changes.map((one) => {
    const [from, to] = [one.before ?? '', one.after ?? ''].map(withVisibleMarks) as [string, string]
    return { ...one, before: from, after: to, parts: compare(from, to) }
  })
  return (
    <>
      {rows.some(({ parts }) => !parts) && <p className="quiet">{t('corrections.unmarked')}</p>}
      <table className="table table-stacks">
        <thead>
          <tr>
            <th scope="col">{t('corrections.field')}</th>
            <th scope="col">{t('corrections.before')}</th>
            <th scope="col">{t('corrections.after')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, label, before, after, parts }) => (
            <tr key={name}>
              <th scope="row">{label[lang]}</th>
              <td data-column={t('corrections.before')} className="share">
                <Side text={before} parts={parts} show="removed" lang={lang} />
              </td>
              <td data-column={t('corrections.after')} className="share">
                <Side text={after} parts={parts} show="added" lang={lang} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

type SideProps = { text: string; parts: Differences | null; show: 'removed' | 'added'; lang: Lang }

const Side = ({ text, parts, show, lang }: SideProps) => {
  if (!text) return <span className="quiet">{translator(lang)('corrections.empty')}</span>
  const Mark = show === 'removed' ? 'del' : 'ins'
  if (!parts) return <span>{text}</span>
  return (
    <span>
      {parts.map((part, at) =>
        part[show] ? <Mark key={at}>{part.value}</Mark> : part.added || part.removed ? null : part.value,
      )}
    </span>
  )
}
