import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import { Field } from '@/components/admin/field'
import type { FormAction } from '@/components/admin/form-state'
import { adminMessages } from '@/components/admin/admin-messages'
import { NewPassword } from './new-password'

export const PasswordPage = ({ lang, email, action }: { lang: Lang; email: string; action: FormAction }) => {
  const t = adminMessages(lang)
  return (
    <>
      <p>{t('accounts.changePasswordAbout')}</p>
      <AdminForm lang={lang} action={action} className="admin-form">
        {/* Password managers need the username next to the password. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <Field
          name="oldPassword"
          label={t('accounts.oldPassword')}
          type="password"
          autoComplete="current-password"
          required
        />
        <NewPassword label={t('accounts.newPassword')} about={t('accounts.passwordAbout')} />
        <button type="submit" className="button">
          {t('accounts.changePassword')}
        </button>
        <a href="/admin/account">{t('accounts.backToAccount')}</a>
      </AdminForm>
    </>
  )
}
