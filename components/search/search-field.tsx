import type { ComponentProps } from 'react'
import type { Lang } from '@/lib/platform/collections/language'
import { words } from '../words'
import { Combobox } from './combobox'

type Props = Pick<ComponentProps<typeof Combobox>, 'id' | 'label' | 'placeholder' | 'q'> & { lang: Lang }

/** The field of every search form, with its words. */
export const SearchField = ({ lang, ...field }: Props) => {
  const t = words(lang)
  return (
    <Combobox
      {...field}
      prefix={lang === 'en' ? '' : `/${lang}`}
      words={{
        place: t('room.jurisdictions'),
        official: t('room.officials'),
        organization: t('room.organizations'),
        offered: t('suggest.offered'),
        one: t('suggest.one'),
        many: t('suggest.many'),
        none: t('suggest.none'),
      }}
    />
  )
}
