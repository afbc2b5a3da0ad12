import type { Lang } from '@/lib/platform/i18n/locale'
import { adminMessages } from '@/components/admin/admin-messages'

/** Messages for NewLink, which runs in the browser without access to the translator. */
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
