import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import { Field } from '@/components/admin/field'
import type { FormAction } from '@/components/admin/form-state'
import { adminMessages } from '@/components/admin/admin-messages'
import { QrCode } from './qr-code'

type Props = {
  lang: Lang
  isOn: boolean
  /** Requested step once the second factor is on: 'codes' or 'off'. */
  wanted: unknown
  /** TOTP secret awaiting its first code, as text and as an otpauth URL. */
  pending: { text: string; address: string } | null
  codesLeft: number
  actions: { begin: FormAction; confirm: FormAction; end: FormAction; renewCodes: FormAction }
}

/** Sets up the second factor in two steps, and manages it afterwards. */
export const SecondFactorPage = ({ lang, isOn, wanted, pending, codesLeft, actions }: Props) => {
  const t = adminMessages(lang)
  const step = !isOn ? (
    pending ? (
      <Pairing lang={lang} pending={pending} confirm={actions.confirm} />
    ) : (
      <PasswordForm
        lang={lang}
        about={t('accounts.secondFactorAbout')}
        submit={t('accounts.setUp')}
        action={actions.begin}
      />
    )
  ) : wanted === 'codes' ? (
    <PasswordForm
      lang={lang}
      about={t('accounts.renewAbout')}
      submit={t('accounts.renew')}
      action={actions.renewCodes}
    />
  ) : wanted === 'off' ? (
    <PasswordForm
      lang={lang}
      about={t('accounts.switchOffAbout')}
      submit={t('accounts.switchOff')}
      action={actions.end}
    />
  ) : (
    <>
      <p>{t('accounts.secondFactorIsOn')}</p>
      <ul className="admin-options">
        <li>
          <a href="?to=codes">{t('accounts.renew')}</a>{' '}
          <span className="quiet">{t('accounts.codesLeft', { count: codesLeft })}</span>
        </li>
        <li>
          <a href="?to=off">{t('accounts.switchOff')}</a>
        </li>
      </ul>
    </>
  )
  return (
    <>
      {step}
      <p className="mt-6">
        <a href="/admin/account">{t('accounts.backToAccount')}</a>
      </p>
    </>
  )
}

type PasswordFormProps = { lang: Lang; about: string; submit: string; action: FormAction }

/** Asks for the password again, so that an unlocked browser is not enough. */
const PasswordForm = ({ lang, about, submit, action }: PasswordFormProps) => (
  <>
    <p>{about}</p>
    <AdminForm lang={lang} action={action} className="admin-form">
      <Field
        name="password"
        label={adminMessages(lang)('accounts.password')}
        type="password"
        autoComplete="current-password"
        required
      />
      <button type="submit" className="button">
        {submit}
      </button>
    </AdminForm>
  </>
)

const Pairing = ({
  lang,
  pending,
  confirm,
}: {
  lang: Lang
  pending: NonNullable<Props['pending']>
  confirm: FormAction
}) => {
  const t = adminMessages(lang)
  return (
    <ol className="admin-steps">
      <li>
        <h2>{t('accounts.scan')}</h2>
        <p>{t('accounts.scanAbout')}</p>
        <QrCode text={pending.address} label={t('accounts.qrCode')} />
        <p>{t('accounts.typeInstead')}</p>
        <p>
          <code className="admin-secret">{pending.text.match(/.{1,4}/g)!.join(' ')}</code>
        </p>
      </li>
      <li>
        <h2>{t('accounts.confirmTitle')}</h2>
        <AdminForm lang={lang} action={confirm} className="admin-form">
          <Field
            name="code"
            label={t('accounts.codeFromApp')}
            about={t('accounts.confirmAbout')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            required
          />
          <button type="submit" className="button">
            {t('accounts.switchOn')}
          </button>
        </AdminForm>
      </li>
    </ol>
  )
}
