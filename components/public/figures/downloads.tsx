import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'

/** Path of a figure file: "/figures/map.svg?topic=detainers". English is the default locale. */
export const figureFile = (name: string, query: Record<string, string | undefined>, lang: Lang): string => {
  const parameters: Record<string, string | undefined> = { ...query, lang: lang === 'en' ? undefined : lang }
  const search = new URLSearchParams(
    Object.entries(parameters).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  )
  return `/figures/${name}${search.size ? `?${search}` : ''}`
}

type Props = { name: 'map' | 'timeline'; query: Record<string, string | undefined>; lang: Lang }

/** Download links of a figure as SVG and PNG. */
export const FigureDownloads = ({ name, query, lang }: Props) => (
  <p className="figure-downloads quiet no-print">
    {translator(lang)('figure.download')}{' '}
    {(['svg', 'png'] as const).map((kind) => (
      <a key={kind} href={figureFile(`${name}.${kind}`, query, lang)} download>
        {kind.toUpperCase()}
      </a>
    ))}
  </p>
)
