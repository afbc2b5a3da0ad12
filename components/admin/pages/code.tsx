import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import { SignInLayout } from '@/components/admin/sign-in-layout'
import { Field } from '@/components/admin/field'
import type { FormAction } from '@/components/admin/form-state'
import { adminMessages } from '@/components/admin/admin-messages'

/** Second-factor step of sign-in. */
export const CodePage = ({ lang, action, to }: { lang: Lang; action: FormAction; to: string }) => {
  const t = adminMessages(lang)
  return (
    <SignInLayout lang={lang} title={t('accounts.secondStep')} about={t('accounts.secondStepAbout')}>
      <AdminForm lang={lang} action={action} className="admin-form">
        <input type="hidden" name="to" value={to} />
        <Field
          name="code"
          label={t('accounts.code')}
          about={t('accounts.codeAbout')}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          required
        />
        <button type="submit" className="button">
          {t('accounts.signIn')}
        </button>
      </AdminForm>
      <p className="sign-in-page-more">
        <a href="/admin/sign-in">{t('accounts.startOver')}</a>
      </p>
      <p className="sign-in-page-more quiet">{t('accounts.lostSecond')}</p>
    </SignInLayout>
  )
}
