import { RECORD_TYPE_NAMES, type RecordTypeName } from '@/lib/records/registry'
import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import type { Picture } from './picture'

const isList = (name: string): name is RecordTypeName => (RECORD_TYPE_NAMES as readonly string[]).includes(name)

/** Preview image of a page that is not a record; null for unknown pages. */
export function pagePicture(path: string, lang: Lang): Picture | null {
  const t = translator(lang)
  const plain = (title: string, about?: string): Picture => ({
    type: null,
    main: { as: 'title', title, about },
    foot: {},
  })
  const name = path.slice(1)
  if (isList(name)) return plain(t(`recordType.${name}`), t(`recordTypeAbout.${name}`))
  switch (path) {
    case '/':
      return plain(t('home.lead'))
    case '/search':
      return plain(t('search.title'), t('search.prompt'))
    case '/timeline':
      return plain(t('recordType.timeline'), t('recordTypeAbout.timeline'))
    case '/data':
      return plain(t('data.title'), t('data.lead'))
    case '/feeds':
      return plain(t('download.feedsTitle'), t('download.feedsLead'))
    case '/about/corrections':
      return plain(t('corrections.title'), t('corrections.lead'))
    case '/about/api':
      return plain(t('api.title'), t('api.lead'))
    case '/about':
      return plain(t('about.title'), t('about.lead'))
    case '/about/methodology':
      return plain(t('recordType.methodology'), t('method.lead'))
    case '/about/codebook':
      return plain(t('recordType.codebook'), t('codebook.lead'))
    default:
      return null
  }
}
