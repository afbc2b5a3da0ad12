import type { ReactNode } from 'react'
import type { RecordLabel } from '@/lib/features/editing/labels'
import type { SideRecord } from '@/lib/features/merging/duplicate-queries'
import type { RecordTypeName } from '@/lib/records/registry'
import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import { Field } from '@/components/admin/field'
import type { FormAction } from '@/components/admin/form-state'
import { LongField } from '@/components/admin/long-field'
import { Part } from '@/components/admin/review/review'
import { adminMessages } from '@/components/admin/admin-messages'

export type Choice = { key: string; label: string; about: string }

type Props = {
  lang: Lang
  type: RecordTypeName
  survivor: SideRecord
  duplicate: SideRecord
  names: Readonly<Record<string, RecordLabel>>
  merged: { name: string; aliases: readonly string[]; roles: readonly Choice[]; captures: number }
  /** Number of other records that the merge changes. */
  others: number
  action: FormAction
}

/** Two records side by side with what references them, and the merge form. */
export const Merge = ({ lang, type, survivor, duplicate, names, merged, others, action }: Props) => {
  const t = adminMessages(lang)
  return (
    <>
      <div className="two-sides">
        <Side lang={lang} type={type} side={survivor} names={names} title={t('merging.stays')} />
        <Side lang={lang} type={type} side={duplicate} names={names} title={t('merging.goes')}>
          <p className="mt-3">
            <a href={`/admin/duplicates/${type}/${duplicate.id}/${survivor.id}`}>{t('merging.keep')}</a>
          </p>
        </Side>
      </div>
      <Part title={t('merging.united')}>
        <AdminForm lang={lang} action={action} className="admin-form">
          <input type="hidden" name="type" value={type} />
          <input type="hidden" name="into" value={survivor.id} />
          <input type="hidden" name="from" value={duplicate.id} />
          <input type="hidden" name="version.into" value={survivor.version} />
          <input type="hidden" name="version.from" value={duplicate.version} />
          {type !== 'sources' && (
            <>
              <Field name="name" label={t('merging.name')} defaultValue={merged.name} required />
              <LongField
                name="aliases"
                label={t('merging.aliases')}
                defaultValue={merged.aliases.join('\n')}
                rows={Math.max(2, merged.aliases.length + 1)}
              />
            </>
          )}
          {merged.roles.length > 0 && (
            <fieldset className="field">
              <legend>{t('merging.roles')}</legend>
              <p className="quiet">{t('merging.rolesAbout')}</p>
              {merged.roles.map(({ key, label, about }) => (
                <label key={key} className="box">
                  <input type="checkbox" name="role" value={key} defaultChecked />
                  <span>
                    {label} <span className="quiet together-about">{about}</span>
                  </span>
                </label>
              ))}
            </fieldset>
          )}
          {type === 'sources' && <p className="quiet">{t('merging.captures', { count: merged.captures })}</p>}
          <div className="two-fields">
            <LongField id="reason" name="reason" label={t('merging.reason')} rows={2} required />
            <LongField id="reason.es" name="reason.es" label={t('merging.reasonEs')} rows={2} lang="es" />
          </div>
          <p className="quiet">{t('merging.reasonAbout')}</p>
          <button type="submit" className="button">
            {t('merging.merge', { count: others })}
          </button>
        </AdminForm>
      </Part>
    </>
  )
}

type SideProps = Pick<Props, 'lang' | 'type' | 'names'> & {
  side: SideRecord
  title: string
  children?: ReactNode
}

const MAX_REFERENCES = 8

const Side = ({ lang, type, side, names, title, children }: SideProps) => {
  const t = adminMessages(lang)
  const own = names[`${type}/${side.id}`]
  const aliases = Array.isArray(side.data.aliases) ? side.data.aliases.join(', ') : ''
  return (
    <section className="side" aria-label={title}>
      <p className="small-label">{title}</p>
      <h2>
        <a href={`/admin/history/${type}/${side.id}`}>{own?.label}</a>
      </h2>
      <p className="quiet">{own?.about}</p>
      {aliases && <p className="quiet">{aliases}</p>}
      <dl className="aside-facts mt-3">
        <dt>{t('merging.address')}</dt>
        <dd>
          <a href={side.path}>{side.path}</a>
        </dd>
        <dt>{t('merging.version')}</dt>
        <dd>{side.version}</dd>
        <dt>{t('merging.rests')}</dt>
        <dd>
          {side.rests.length === 0 && t('merging.noRests')}
          <ul>
            {side.rests.slice(0, MAX_REFERENCES).map(({ type: of, id }) => (
              <li key={`${of}/${id}`}>
                <a href={`/admin/history/${of}/${id}`}>{names[`${of}/${id}`]?.label ?? id}</a>
              </li>
            ))}
          </ul>
          {side.rests.length > MAX_REFERENCES && t('merging.more', { count: side.rests.length - MAX_REFERENCES })}
        </dd>
      </dl>
      {children}
    </section>
  )
}
