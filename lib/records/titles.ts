import { preferredVariant, statementTitle } from './statements/schema'
import { federalActionTitle } from './federal-actions/schema'
import { jurisdictionTitle } from './jurisdictions/schema'
import { labelTitle } from './labels/schema'
import { officialTitle } from './officials/schema'
import { organizationTitle } from './organizations/schema'
import { policyTitle } from './policies/schema'
import type { TypedRecord } from '@/lib/records/typed-record'
import { sourceTitle } from './sources/schema'
import { TOPIC } from '@/lib/vocabularies/topics'
import { STANCE_VALUE } from '@/lib/vocabularies/stances'
import { type Lang, localize } from '@/lib/platform/i18n/locale'

/** A record's heading. */
export const titleOf = ({ type, record }: TypedRecord, lang: Lang): string => {
  switch (type) {
    case 'statements':
      return statementTitle(record)
    case 'policies':
      return lang === 'en' ? policyTitle(record) : localize(record.title, lang).words
    case 'federal-actions':
      return lang === 'en' ? federalActionTitle(record) : localize(record.title, lang).words
    case 'stances':
      return `${record.organization?.name ?? record.jurisdiction.name}: ${TOPIC[record.topic][lang]}`
    case 'labels':
      return labelTitle(record)
    case 'officials':
      return officialTitle(record)
    case 'organizations':
      return organizationTitle(record)
    case 'sources':
      return sourceTitle(record)
    case 'jurisdictions':
      return jurisdictionTitle(record)
  }
}

/** What a record says, in a sentence or two: for feeds. */
export const summaryOf = ({ type, record }: TypedRecord, lang: Lang): string => {
  switch (type) {
    case 'statements': {
      const { passages } = preferredVariant(record)
      const quoted = passages.length ? ` “${passages.join(' […] ')}”` : ''
      return localize(record.summary, lang).words + quoted
    }
    case 'policies':
    case 'federal-actions':
      return localize(record.summary, lang).words
    case 'stances':
      return STANCE_VALUE[record.value][lang]
    case 'labels':
      return record.labeller
    case 'officials':
      return record.roles.map((one) => localize(one.title, lang).words).join('; ')
    case 'organizations':
      return record.jurisdiction.name
    case 'sources':
      return record.outlet
    case 'jurisdictions':
      return record.fullName
  }
}
