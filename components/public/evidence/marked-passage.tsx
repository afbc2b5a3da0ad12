import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import type { Run } from '@/lib/text/wording-differences'

/** A passage with its differing words underlined and announced to screen readers. */
export const MarkedPassage = ({ runs, lang }: { runs: Run[]; lang: Lang }) => {
  const t = translator(lang)
  return runs.map((run, at) =>
    run.differs ? (
      <mark key={at}>
        <span className="sr-only" lang={lang}>
          {t('evidence.differsOpen')}{' '}
        </span>
        {run.text}
        <span className="sr-only">{t('evidence.differsClose')}</span>
      </mark>
    ) : (
      run.text
    ),
  )
}
