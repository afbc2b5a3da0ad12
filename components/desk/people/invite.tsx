import type { Lang } from '@/lib/platform/collections/language'
import { DeskForm } from '../desk-form'
import { Field } from '../field'
import type { FormAction } from '../form-state'
import { deskWords } from '../words'
import { MadeLink } from './made-link'
import { linkWords } from './link-words'
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
