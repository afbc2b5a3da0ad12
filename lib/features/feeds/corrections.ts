import { type Lang, localize } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import type { Feed } from '@/lib/platform/files/feeds'
import { lastChange } from '@/lib/features/exports/last-published'
import type { CorrectedFields } from '@/lib/features/corrections/changed-fields'
import { listCorrections } from '@/lib/features/corrections/queries'
import { pageAddress } from '@/lib/features/social-preview/address'
import { SITE_NAME } from './feed'
import { feedIds } from './feed-id'

/** The feed of corrections and withdrawals, each with its reason and the old and new values. */
export const correctionsFeed = async (lang: Lang): Promise<Feed> => {
  const t = translator(lang)
  const at = (format: string) => pageAddress(lang, `/about/corrections${format}`)
  const [corrections, idOf] = await Promise.all([listCorrections(50), feedIds()])
  const entries = corrections.map((one) => ({
    id: idOf(`/${one.type}/${one.id}?version=${one.version}`),
    title: `${t(`corrections.feedKind.${one.kind}`)}: ${one.title}`,
    address: pageAddress(lang, one.kind === 'withdrawn' ? one.path : `${one.path}?version=${one.version}`),
    published: one.at,
    updated: one.at,
    summary: summary(one, lang),
  }))
  return {
    id: idOf(`${lang} /about/corrections`),
    title: `${SITE_NAME}: ${t('corrections.feedTitle')}`,
    lang,
    page: at(''),
    atom: at('.atom'),
    json: at('.feed.json'),
    updated: entries[0]?.updated ?? (await lastChange()),
    rights: 'CC BY 4.0',
    author: SITE_NAME,
    entries,
  }
}

const summary = ({ reason, changes }: CorrectedFields, lang: Lang): string =>
  [
    reason ? localize(reason, lang).text : '',
    ...changes.map(({ label, before, after }) => `${label[lang]}: “${before ?? ''}” → “${after ?? ''}”`),
  ]
    .filter(Boolean)
    .join('\n')
