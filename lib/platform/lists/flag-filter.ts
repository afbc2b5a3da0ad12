import { z } from 'zod'
import type { Sql } from '@/lib/platform/database/sql'
import type { Filter } from './filter'
import type { Words } from '@/lib/platform/i18n/locale'

type Spec = {
  name: string
  label: Words
  about: Words
  phrase: Words
  where: Sql
  /** What holds while it is not ticked: what is left out unless asked for. */
  otherwise?: Filter<true>['otherwise']
}

const ONLY_YES: Words = { en: 'Write “yes”, or leave it out.', es: 'Escriba «yes» o no lo ponga.' }

/** Something to tick: `?corrected=yes`. */
export const flag = ({ name, label, about, phrase, where, otherwise }: Spec): Filter<true> => ({
  label,
  parameters: [{ name, about, schema: z.enum(['yes']), many: false }],
  control: { kind: 'flag', name },
  ...(otherwise && { otherwise }),
  axes: [{ holds: where }],
  asks: () => ({ axis: { holds: where } }),
  read: (given) => {
    const texts = given(name)
    const wrong = texts.filter((text) => text !== 'yes')
    return {
      value: texts.includes('yes') ? true : undefined,
      issues: wrong.map((text) => ({ param: name, value: text.slice(0, 200), message: ONLY_YES })),
    }
  },
  write: () => [[name, 'yes']],
  where: () => where,
  say: (_, lang) => phrase[lang],
  parts: (_, lang) => [{ says: label[lang], without: undefined }],
  codes: (value) => (value ? ['yes'] : []),
})
