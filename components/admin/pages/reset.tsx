import type { Lang } from '@/lib/platform/i18n/locale'
import { DeskForm } from '@/components/admin/admin-form'
import { Doorway } from '@/components/admin/sign-in-layout'
import type { FormAction } from '@/components/admin/form-state'
import { deskWords } from '@/components/admin/admin-messages'
import { NewPassword } from '@/components/admin/accounts/new-password'

type Props = { lang: Lang; open: { secondFactor: boolean } | null; token: string; action: FormAction }

export const ResetPage = ({ lang, open, token, action }: Props) => {
  const t = deskWords(lang)
  if (!open) return <Doorway lang={lang} title={t('accounts.resetGone')} about={t('accounts.resetGoneText')} />
  return (
    <Doorway
      lang={lang}
      title={t('accounts.reset')}
      about={t(open.secondFactor ? 'accounts.resetAboutBoth' : 'accounts.resetAbout')}
    >
      <DeskForm lang={lang} action={action} className="desk-form">
        <input type="hidden" name="token" value={token} />
        <NewPassword label={t('accounts.newPassword')} about={t('accounts.passwordAbout')} />
        <button type="submit" className="button">
          {t('accounts.resetSubmit')}
        </button>
      </DeskForm>
    </Doorway>
  )
}
