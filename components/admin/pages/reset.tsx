import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import { SignInLayout } from '@/components/admin/sign-in-layout'
import type { FormAction } from '@/components/admin/form-state'
import { adminMessages } from '@/components/admin/admin-messages'
import { NewPassword } from '@/components/admin/accounts/new-password'

type Props = { lang: Lang; open: { secondFactor: boolean } | null; token: string; action: FormAction }

export const ResetPage = ({ lang, open, token, action }: Props) => {
  const t = adminMessages(lang)
  if (!open) return <SignInLayout lang={lang} title={t('accounts.resetGone')} about={t('accounts.resetGoneText')} />
  return (
    <SignInLayout
      lang={lang}
      title={t('accounts.reset')}
      about={t(open.secondFactor ? 'accounts.resetAboutBoth' : 'accounts.resetAbout')}
    >
      <AdminForm lang={lang} action={action} className="admin-form">
        <input type="hidden" name="token" value={token} />
        <NewPassword label={t('accounts.newPassword')} about={t('accounts.passwordAbout')} />
        <button type="submit" className="button">
          {t('accounts.resetSubmit')}
        </button>
      </AdminForm>
    </SignInLayout>
  )
}
