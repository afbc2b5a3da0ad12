import type { Lang } from '@/lib/platform/i18n/locale'
import { adminMessages } from '@/components/admin/admin-messages'

/** What stands beside a secret link; the component that shows it runs in the browser and has no words of its own. */
export const linkLabel = (lang: Lang, kind: 'invitation' | 'reset') => {
  const t = adminMessages(lang)
  return {
    title: t(`people.made.${kind}`),
    about: t(`people.madeAbout.${kind}`),
    label: t('people.link'),
    copy: t('people.copy'),
    copied: t('people.copied'),
    failed: t('people.copyFailed'),
  }
}
