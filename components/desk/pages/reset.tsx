import type { Lang } from '@/lib/platform/collections/language'
import { DeskForm } from '../desk-form'
import { Doorway } from '../doorway'
import type { FormAction } from '../form-state'
import { deskWords } from '../words'
import { NewPassword } from '../accounts/new-password'

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
