import { diffWordsWithSpace } from 'diff'
import type { FieldChange } from '@/lib/features/corrections/changed-fields'
import { withVisibleMarks } from '@/lib/platform/text/hidden-characters'
import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'

/** Field-by-field differences with the changed words marked. */
export const FieldChanges = ({ changes, lang }: { changes: readonly FieldChange[]; lang: Lang }) => {
  const t = translator(lang)
  if (!changes.length) return <p className="quiet">{t('corrections.elsewhere')}</p>
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          <th scope="col">{t('corrections.field')}</th>
          <th scope="col">{t('corrections.before')}</th>
          <th scope="col">{t('corrections.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ name, label, before, after }) => (
          <tr key={name}>
            <th scope="row">{label[lang]}</th>
            <td data-column={t('corrections.before')} className="share">
              <Side from={before} to={after} show="removed" lang={lang} />
            </td>
            <td data-column={t('corrections.after')} className="share">
              <Side from={before} to={after} show="added" lang={lang} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Finding the differences takes time in proportion to their number. */
const MOST_EDITS = 1_000

type SideProps = { from: string | null; to: string | null; show: 'removed' | 'added'; lang: Lang }

const Side = ({ from, to, show, lang }: SideProps) => {
  const text = show === 'removed' ? from : to
  if (!text) return <span className="quiet">{translator(lang)('corrections.empty')}</span>
  const Mark = show === 'removed' ? 'del' : 'ins'
  const [left, right] = [from ?? '', to ?? ''].map(withVisibleMarks) as [string, string]
  const parts = diffWordsWithSpace(left, right, { maxEditLength: MOST_EDITS })
  // Texts with hardly a word in common are marked as a whole.
  if (!parts) return <Mark>{show === 'removed' ? left : right}</Mark>
  return (
    <span>
      {parts.map((part, at) =>
        part[show] ? <Mark key={at}>{part.value}</Mark> : part.added || part.removed ? null : part.value,
      )}
    </span>
  )
}
