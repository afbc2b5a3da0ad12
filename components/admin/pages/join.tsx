import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import { SignInLayout } from '@/components/admin/sign-in-layout'
import { Field } from '@/components/admin/field'
import type { FormAction } from '@/components/admin/form-state'
import type { Person } from '@/components/admin/admin-layout'
import { adminMessages } from '@/components/admin/admin-messages'
import { NewPassword } from '@/components/admin/accounts/new-password'

type Props = {
  lang: Lang
  invitation: { email: string | null; role: string } | null
  token: string
  action: FormAction
}

export const JoinPage = ({ lang, invitation, token, action }: Props) => {
  const t = adminMessages(lang)
  if (!invitation) return <SignInLayout lang={lang} title={t('accounts.joinGone')} about={t('accounts.joinGoneText')} />
  const { email, role } = invitation
  return (
    <SignInLayout
      lang={lang}
      title={t('accounts.join')}
      about={t('accounts.joinAbout', { role: t(`frame.role.${role as Person['role']}`) })}
    >
      <AdminForm lang={lang} action={action} className="admin-form">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="lang" value={lang} />
        <Field name="name" label={t('accounts.name')} about={t('accounts.nameAbout')} autoComplete="name" required />
        <Field
          name="email"
          label={t('accounts.email')}
          type="email"
          autoComplete="username"
          defaultValue={email ?? ''}
          readOnly={email !== null}
          required
        />
        <NewPassword label={t('accounts.password')} about={t('accounts.passwordAbout')} />
        <button type="submit" className="button">
          {t('accounts.joinSubmit')}
        </button>
      </AdminForm>
    </SignInLayout>
  )
}
