import type { Lang } from '@/lib/platform/i18n/locale'
import { CopyButton } from '@/components/public/citing/copy-button'
import { href, translator } from '@/lib/platform/i18n/translate'

type Props = {
  /** English path of the embed. */
  embed: string
  line: string
  lang: Lang
}

/** Embed code with a copy button and a preview link. */
export const EmbedThis = ({ embed, line, lang }: Props) => {
  const t = translator(lang)
  return (
    <details className="opens embed-this no-print">
      <summary>{t('embed.title')}</summary>
      <div className="space-y-2">
        <p>{t('embed.about')}</p>
        <label className="small-label" htmlFor="embed-line">
          {t('embed.line')}
        </label>
        <textarea id="embed-line" className="input" readOnly rows={4} spellCheck={false} defaultValue={line} />
        <CopyButton text={line} label={t('embed.copy')} done={t('cite.copied')} failed={t('cite.notCopied')} />
        <p>
          <a href={href(lang, embed)}>{t('embed.preview')}</a>
        </p>
      </div>
    </details>
  )
}
