import type { Lang } from '@/lib/platform/i18n/locale'
import { DeskForm } from '@/components/admin/admin-form'
import { Field } from '@/components/admin/field'
import type { FormAction } from '@/components/admin/form-state'
import { deskWords } from '@/components/admin/admin-messages'
import { MadeLink } from './new-link'
import { linkWords } from './link-label'
import { RoleField } from './role-field'

export const InvitePage = ({ lang, action }: { lang: Lang; action: FormAction }) => {
  const t = deskWords(lang)
  return (
    <>
      <p>{t('people.inviteAbout')}</p>
      <DeskForm lang={lang} action={action} className="desk-form">
        <MadeLink words={linkWords(lang, 'invitation')} />
        <Field name="email" label={t('accounts.email')} type="email" autoComplete="off" required />
        <RoleField lang={lang} chosen="contributor" />
        <button type="submit" className="button">
          {t('people.makeLink')}
        </button>
        <a href="/admin/people">{t('people.back')}</a>
      </DeskForm>
    </>
  )
}
