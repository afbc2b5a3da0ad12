import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import { adminMessages } from '@/components/admin/admin-messages'

type Props = { lang: Lang; shown: readonly string[] | null; left: number; action: FormAction }

/** Recovery codes as long as they may be shown. */
export const RecoveryCodesPage = ({ lang, shown, left, action }: Props) => {
  const t = adminMessages(lang)
  if (!shown)
    return (
      <>
        <p>{t('accounts.codesNotShown', { count: left })}</p>
        <p className="mt-4">
          <a href="/admin/account/second-factor">{t('accounts.secondFactor')}</a>
        </p>
      </>
    )
  return (
    <>
      <p>{t('accounts.codesAbout')}</p>
      <ul className="admin-codes">
        {shown.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p className="no-print">
        <a href="/admin/account/recovery-codes/file" download>
          {t('accounts.codesFile')}
        </a>{' '}
        <span className="quiet">{t('accounts.codesPrint')}</span>
      </p>
      <AdminForm lang={lang} action={action} className="admin-form no-print">
        <button type="submit" className="button">
          {t('accounts.codesKept')}
        </button>
      </AdminForm>
    </>
  )
}
