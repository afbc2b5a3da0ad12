import type { SourceInput } from '@/lib/records/sources/schema'
import { urlKey } from '@/lib/records/sources/url-key'
import { localizedText } from '@/lib/platform/i18n/translate'

/** The target of a link, unwrapped from the mail filter that some links of the list use. Null if invalid. */
export const linkOf = (text: string | undefined): string | null => {
  if (!text || !URL.canParse(text)) return null
  const url = new URL(text)
  const inside = url.hostname.endsWith('.safelinks.protection.outlook.com') ? url.searchParams.get('url') : text
  return inside && URL.canParse(inside) && /^https?:$/.test(new URL(inside).protocol) ? inside : null
}

export const keyOfLink = (link: string): string => urlKey(link)

export const AGENCY = 'U.S. Immigration and Customs Enforcement'
export const LIST_TITLE = 'ICE list of agencies that take part in the 287(g) program'

/** A source for the agreement's file. The title is the file name, because the file is not read. */
export const fileSource = (link: string): SourceInput => ({
  title: decodeURIComponent(new URL(link).pathname.split('/').at(-1) || new URL(link).hostname).slice(0, 500),
  url: link,
  outlet: AGENCY,
  authors: [],
  kind: 'official_document',
  archiveUrl: null,
  note: localizedText('importers.agreements.fileSourceNote'),
  published: null,
  lineage: [],
  captures: [],
  leads: [],
})

type ListFile = { sha256: string; date: string | null; words: { en: string; es: string } | null; url: string | null }

/** A source for the list. The hash identifies the file. */
export const listSource = ({ sha256, date, words, url }: ListFile): SourceInput => ({
  title: `${LIST_TITLE}${words ? `, ${words.en}` : ''}`,
  url,
  outlet: AGENCY,
  authors: [],
  kind: 'official_document',
  archiveUrl: null,
  note: localizedText('importers.agreements.listSourceNote'),
  published: date ? { edtf: date } : null,
  lineage: [],
  captures: [
    {
      sha256,
      capturedOn: null,
      note: localizedText('importers.agreements.listCaptureNote'),
    },
  ],
  leads: [],
})
