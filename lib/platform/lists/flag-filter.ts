import { z } from 'zod'
import type { Sql } from '@/lib/platform/database/sql'
import type { Filter } from './filter'
import type { LocalizedText } from '@/lib/platform/i18n/locale'
import { localizedText } from '@/lib/platform/i18n/translate'

type Spec = {
  name: string
  label: LocalizedText
  about: LocalizedText
  phrase: LocalizedText
  where: Sql
  /** The condition while the box is not ticked, for records that a list hides by default. */
  defaultCondition?: Filter<true>['defaultCondition']
}

const ONLY_YES: LocalizedText = localizedText('issue.onlyYes')

/** A checkbox: `?corrected=yes`. */
export const flagFilter = ({ name, label, about, phrase, where, defaultCondition }: Spec): Filter<true> => ({
  label,
  parameters: [{ name, about, schema: z.enum(['yes']), many: false }],
  control: { kind: 'flag', name },
  ...(defaultCondition && { defaultCondition }),
  dimensions: [{ condition: where }],
  criteria: () => ({ dimension: { condition: where } }),
  parse: (valuesOf) => {
    const texts = valuesOf(name)
    const invalid = texts.filter((text) => text !== 'yes')
    return {
      value: texts.includes('yes') ? true : undefined,
      issues: invalid.map((text) => ({ param: name, value: text.slice(0, 200), message: ONLY_YES })),
    }
  },
  serialize: () => [[name, 'yes']],
  where: () => where,
  describe: (_, lang) => phrase[lang],
  chips: (_, lang) => [{ label: label[lang], without: undefined }],
  codes: (value) => (value ? ['yes'] : []),
})
