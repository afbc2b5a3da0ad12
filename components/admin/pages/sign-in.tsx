import type { Lang } from '@/lib/platform/i18n/locale'
import { ProofOfWork } from '@/components/admin/accounts/proof-of-work'
import { AdminForm } from '@/components/admin/admin-form'
import { Field } from '@/components/admin/field'
import type { FormAction } from '@/components/admin/form-state'
import { SignInLayout } from '@/components/admin/sign-in-layout'
import { adminMessages } from '@/components/admin/admin-messages'

type Props = { lang: Lang; action: FormAction; to: string }

export const SignInPage = ({ lang, action, to }: Props) => {
  const t = adminMessages(lang)
  return (
    <SignInLayout lang={lang} title={t('accounts.signIn')} about={t('accounts.signInAbout')}>
      <AdminForm lang={lang} action={action} className="admin-form">
        <input type="hidden" name="to" value={to} />
        <Field name="email" label={t('accounts.email')} type="email" autoComplete="username" required />
        <Field
          name="password"
          label={t('accounts.password')}
          type="password"
          autoComplete="current-password"
          required
        />
        <ProofOfWork working={t('accounts.working')} />
        <button type="submit" className="button">
          {t('accounts.signIn')}
        </button>
      </AdminForm>
    </SignInLayout>
  )
}
