import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'

/** Theme select. The theme script finds it by id; without JavaScript CSS hides it. */
export const ThemeChoice = ({ lang }: { lang: Lang }) => {
  const t = translator(lang)
  return (
    <p className="theme-choice">
      <label htmlFor="theme">{t('site.theme')}</label>{' '}
      <select id="theme" defaultValue="system" autoComplete="off">
        <option value="system">{t('site.themeSystem')}</option>
        <option value="light">{t('site.themeLight')}</option>
        <option value="dark">{t('site.themeDark')}</option>
      </select>
    </p>
  )
}
