import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import { Field } from '@/components/admin/field'
import type { FormAction } from '@/components/admin/form-state'
import { LongField } from '@/components/admin/long-field'
import { SelectField } from '@/components/admin/select-field'
import { adminMessages } from '@/components/admin/admin-messages'

type Props = { lang: Lang; fromLink: FormAction; fromText: FormAction }

/** Start page of an entry: from a link or from a pasted text. */
export const Start = ({ lang, fromLink, fromText }: Props) => {
  const t = adminMessages(lang)
  return (
    <>
      <p className="reading">{t('sources.start.about')}</p>
      <div className="start-options">
        <section>
          <h2>{t('sources.start.link')}</h2>
          <AdminForm lang={lang} action={fromLink} className="admin-form">
            <Field
              name="url"
              type="url"
              inputMode="url"
              label={t('sources.start.url')}
              about={t('sources.start.urlAbout')}
              placeholder="https://"
              required
            />
            <button type="submit" className="button">
              {t('sources.start.read')}
            </button>
          </AdminForm>
        </section>
        <section>
          <h2>{t('sources.start.text')}</h2>
          <AdminForm lang={lang} action={fromText} className="admin-form">
            <LongField name="text" label={t('sources.start.pasted')} rows={10} required />
            <p className="quiet">{t('sources.start.pastedAbout')}</p>
            <Field name="title" label={t('sources.start.title')} />
            <Field name="outlet" label={t('sources.start.outlet')} />
            <Field
              name="published"
              label={t('sources.start.published')}
              about={t('sources.start.publishedAbout')}
              autoComplete="off"
            />
            <Field name="textUrl" type="url" label={t('sources.start.textUrl')} />
            <SelectField
              name="lang"
              label={t('sources.start.lang')}
              options={(['en', 'es'] as const).map((value) => ({ value, label: t(`sources.start.langs.${value}`) }))}
              defaultValue="en"
            />
            <button type="submit" className="button">
              {t('sources.start.keep')}
            </button>
          </AdminForm>
        </section>
      </div>
    </>
  )
}
