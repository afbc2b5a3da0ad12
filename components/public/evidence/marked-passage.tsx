import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import type { Run } from '@/lib/text/compare-wordings'

/**
 * A passage compared with the preferred wording: differing words are underlined, and editorial brackets name the words
 * that stand there instead or are left out. The brackets are not part of what is copied.
 */
export const MarkedPassage = ({ runs, lang }: { runs: Run[]; lang: Lang }) => {
  const t = translator(lang)
  return runs.map((run, at) => {
    if ('omits' in run) return <Remark key={at} text={t('evidence.leavesOut', { words: run.omits })} lang={lang} />
    if (!('differs' in run)) return run.text
    return (
      <span key={at}>
        <mark>{run.text}</mark>
        <Remark
          text={run.instead ? t('evidence.insteadOf', { words: run.instead }) : t('evidence.onlyHere')}
          hidden={!run.instead}
          lang={lang}
        />
      </span>
    )
  })
}

const Remark = ({ text, lang, hidden }: { text: string; lang: Lang; hidden?: boolean }) => (
  <span className={hidden ? 'sr-only' : 'wording-remark'} lang={lang}>
    {' '}
    [{text}]{' '}
  </span>
)
