import type { Lang } from '@/lib/platform/collections/language'
import type { SitePolicy } from '@/lib/platform/policy/policy'
import { zonesToChoose } from '@/lib/platform/time/zoned'
import { Choices } from '../choices'
import { DeskForm } from '../desk-form'
import type { FormAction } from '../form-state'
import { SelectField } from '../select-field'
import { deskWords } from '../words'
import { PeopleDone } from './done'

type Props = { lang: Lang; policy: SitePolicy; done: unknown; action: FormAction }

/** What administrators decide for everyone. */
export const PolicyPage = ({ lang, policy, done, action }: Props) => {
  const t = deskWords(lang)
  return (
    <>
      <PeopleDone lang={lang} done={done} />
      <DeskForm lang={lang} action={action} className="desk-form">
        <Choices
          name="publishOwn"
          legend={t('people.publishOwn')}
          choices={(['yes', 'no'] as const).map((value) => ({
            value,
            label: t(`people.publishOwnIs.${value}`),
            about: t(`people.publishOwnAbout.${value}`),
          }))}
          chosen={policy.publishOwn ? 'yes' : 'no'}
        />
        <SelectField
          name="timeZone"
          label={t('people.timeZone')}
          about={t('people.timeZoneAbout')}
          options={zonesToChoose(policy.timeZone).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          defaultValue={policy.timeZone}
        />
        <button type="submit" className="button">
          {t('accounts.save')}
        </button>
      </DeskForm>
    </>
  )
}
