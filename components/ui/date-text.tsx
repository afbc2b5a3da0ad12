import type { InexactDate } from '@/lib/records/shared/inexact-date'
import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import { formatInexactDate, machineDate, dateSentence } from '@/lib/text/format-date'

type Props = { date: InexactDate | null; lang: Lang; start?: boolean }

/** Date with its known precision. `start` capitalizes it. */
export const DateText = ({ date, lang, start }: Props) => {
  const text = start ? dateSentence(formatInexactDate(date, lang)) : formatInexactDate(date, lang)
  const machine = date && machineDate(date.edtf)
  return machine ? <time dateTime={machine}>{text}</time> : <span>{text}</span>
}

/**
 * Date with the source's wording and the EDTF form in a disclosure. Renders a block, so it cannot be inside a
 * paragraph.
 */
export const DateWithWording = ({ date, lang, start }: Props) => {
  if (!date?.asWritten) return <DateText date={date} lang={lang} start={start} />
  const t = translator(lang)
  return (
    <details className="opens">
      <summary>
        <DateText date={date} lang={lang} start={start} />
      </summary>
      <div>
        {t.rich('date.asWritten', { words: () => <q lang="en">{date.asWritten}</q> })}{' '}
        {t('date.edtf', { edtf: date.edtf })}
      </div>
    </details>
  )
}
