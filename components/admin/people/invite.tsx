import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import { Field } from '@/components/admin/field'
import type { FormAction } from '@/components/admin/form-state'
import { adminMessages } from '@/components/admin/admin-messages'
import { NewLink } from './new-link'
import { linkLabel } from './link-label'
import { RoleField } from './role-field'

export const InvitePage = ({ lang, action }: { lang: Lang; action: FormAction }) => {
  const t = adminMessages(lang)
  return (
    <>
      <p>{t('people.inviteAbout')}</p>
      <AdminForm lang={lang} action={action} className="admin-form">
        <NewLink messages={linkLabel(lang, 'invitation')} />
        <Field name="email" label={t('accounts.email')} type="email" autoComplete="off" required />
        <RoleField lang={lang} chosen="contributor" />
        <button type="submit" className="button">
          {t('people.makeLink')}
        </button>
        <a href="/admin/people">{t('people.back')}</a>
      </AdminForm>
    </>
  )
}
