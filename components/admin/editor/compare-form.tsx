import { said } from '@/lib/features/editing/differences'
import type { RecordLabel } from '@/lib/features/editing/labels'
import { type Differences, createWordComparison } from '@/lib/text/word-differences'
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
export function CompareForm({ lang, messages, id, save, other, titles, differences, names, action }: Props) {
  const compare = createWordComparison()
  const rows = differences.map((one) => {
    const texts = { now: textOf(one.field, one.now, names), other: textOf(one.field, one.other, names) }
    return { one, texts, parts: compare(withVisibleMarks(texts.other), withVisibleMarks(texts.now)) }
  })
  return (
    <AdminForm lang={lang} action={action} className="choose-form">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="save" value={save} />
      <input type="hidden" name="other" value={other.id} />
      <input type="hidden" name="kind" value={other.kind} />
      {differences.length === 0 && <p>{messages.sameNow}</p>}
      {rows.some(({ parts }) => !parts) && <p className="quiet">{messages.unmarked}</p>}
      {rows.map(({ one, texts, parts }) => {
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
                      <Marked text={texts[side]} parts={parts} own={side === 'now' ? 'added' : 'removed'} />
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
}

type MarkedProps = { text: string; parts: Differences | null; own: 'added' | 'removed' }

/** Marks words that the other text lacks. */
const Marked = ({ text, parts, own }: MarkedProps) =>
  parts?.map((part, at) =>
    part[own] ? <mark key={at}>{part.value}</mark> : part.added || part.removed ? null : part.value,
  ) ?? withVisibleMarks(text)

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
