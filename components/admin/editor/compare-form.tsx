import { diffWordsWithSpace } from 'diff'
import { said } from '@/lib/features/editing/differences'
import type { RecordLabel } from '@/lib/features/editing/labels'
import { withVisibleMarks } from '@/lib/platform/text/hidden-characters'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { Field } from '@/lib/platform/forms/plan'
import type { Difference } from '@/lib/platform/forms/merge'
import { partOf, rowsOf } from '@/lib/platform/forms/write-form'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import type { EditorMessages } from './fill-placeholders'

type Props = {
  lang: Lang
  messages: EditorMessages
  id: string
  save: number
  other: { kind: 'aside' | 'live'; id: string }
  /** Titles of the two columns. */
  titles: { now: string; other: string }
  differences: readonly Difference[]
  names: Readonly<Record<string, RecordLabel>>
  action: FormAction
}

/** Compares two states of a draft field by field and lets the editor choose one for each. */
export const CompareForm = ({ lang, messages, id, save, other, titles, differences, names, action }: Props) => (
  <AdminForm lang={lang} action={action} className="choose-form">
    <input type="hidden" name="id" value={id} />
    <input type="hidden" name="save" value={save} />
    <input type="hidden" name="other" value={other.id} />
    <input type="hidden" name="kind" value={other.kind} />
    {differences.length === 0 && <p>{messages.sameNow}</p>}
    {differences.map((one) => {
      const texts = { now: textOf(one.field, one.now, names), other: textOf(one.field, one.other, names) }
      const takesOther = one.changed === 'other' || (one.changed !== 'now' && other.kind === 'aside')
      return (
        <fieldset key={one.path} className="choose-field" id={one.path}>
          <legend>{one.trail.join(' › ')}</legend>
          {one.changed === 'both' && <p className="quiet">{messages.bothChanged}</p>}
          <div className="choose-sides">
            {(['now', 'other'] as const).map((side) => (
              <label key={side} className="choose-side">
                <span className="check">
                  <input
                    type="radio"
                    name={`take ${one.path}`}
                    value={side}
                    defaultChecked={takesOther === (side === 'other')}
                  />{' '}
                  {titles[side]}
                </span>
                <span className="choose-value">
                  {texts[side] ? (
                    <Marked text={texts[side]} against={texts[side === 'now' ? 'other' : 'now']} />
                  ) : (
                    <span className="quiet">{messages.empty}</span>
                  )}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )
    })}
    <p className="choose-end">
      <button type="submit" className="button">
        {differences.length ? messages.keepChoice : messages.settle}
      </button>{' '}
      <a href={`/admin/entries/${id}`}>{messages.backToEntry}</a>
    </p>
  </AdminForm>
)

/** Finding the differences takes time in proportion to their number; beyond it the whole text is marked. */
const MOST_EDITS = 1_000

/** Marks words that the other text lacks. */
const Marked = ({ text, against }: { text: string; against: string }) =>
  diffWordsWithSpace(withVisibleMarks(against), withVisibleMarks(text), { maxEditLength: MOST_EDITS })?.map(
    (part, at) => (part.removed ? null : part.added ? <mark key={at}>{part.value}</mark> : part.value),
  ) ?? <mark>{withVisibleMarks(text)}</mark>

/** A field value as readable lines. */
const textOf = (field: Field, value: unknown, names: Props['names']): string => {
  if (value === null || value === undefined) return ''
  if (field.kind === 'list')
    return rowsOf(value)
      .map((row) => textOf(field.item, row, names))
      .join('\n')
  if (field.kind === 'group')
    return field.fields
      .map((one) => [one.label, textOf(one, partOf(value, one.name), names)] as const)
      .filter(([, text]) => text)
      .map(([label, text]) => `${label}: ${text}`)
      .join('\n')
  if (field.kind === 'bilingual')
    return [partOf(value, 'en'), partOf(value, 'es')].filter((one) => typeof one === 'string').join(' / ')
  return said(field, value, (type, id) => names[`${type}/${id}`]?.label ?? id.replace(/^\?/, '')) ?? ''
}
