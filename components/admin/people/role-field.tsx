import type { Lang } from '@/lib/platform/i18n/locale'
import { Choices } from '@/components/admin/choices'
import { adminMessages } from '@/components/admin/admin-messages'

const ROLES = ['contributor', 'editor', 'administrator'] as const

/** Radio group of roles with descriptions. */
export const RoleField = ({ lang, chosen }: { lang: Lang; chosen: (typeof ROLES)[number] }) => {
  const t = adminMessages(lang)
  const choices = ROLES.map((value) => ({
    value,
    label: t(`frame.role.${value}`),
    about: t(`frame.roleAbout.${value}`),
  }))
  return <Choices name="role" legend={t('people.role')} choices={choices} chosen={chosen} />
}
