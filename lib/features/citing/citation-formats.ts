import { AUTHOR, type Citable } from './citable'

const key = ({ id, version }: Citable): string =>
  `localrecord-${id}${version ? `-v${version}` : ''}`.replace(/[^A-Za-z0-9-]+/g, '-')

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
const tex = (text: string): string => text.replace(/[\\~^{}&%$#_]/g, (mark) => TEX[mark] ?? `\\${mark}`)

/** BibTeX, for LaTeX. */
export const bibtex = (cited: Citable): string => {
  const { title, address, published, version, accessed } = cited
  const fields: [string, string | null][] = [
    ['author', `{${AUTHOR}}`],
    ['title', `{${tex(title)}}`],
    ['year', published.slice(0, 4)],
    ['date', published],
    ['version', version],
    ['publisher', AUTHOR],
    ['url', address],
    ['urldate', accessed],
  ]
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]))
  return `@${cited.kind === 'dataset' ? 'dataset' : 'misc'}{${key(cited)},\n${lines.join(',\n')}\n}\n`
}

const line = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** RIS, for EndNote, Zotero and Mendeley. */
export const ris = (cited: Citable): string => {
  const { kind, title, address, published, version, accessed } = cited
  const slashed = (day: string) => day.replaceAll('-', '/')
  const fields: [string, string | null][] = [
    ['TY', kind === 'dataset' ? 'DATA' : 'ELEC'],
    ['ID', key(cited)],
    ['AU', AUTHOR],
    ['TI', line(title)],
    ['PY', published.slice(0, 4)],
    ['DA', slashed(published)],
    ['ET', version],
    ['PB', AUTHOR],
    ['UR', address],
    ['Y2', slashed(accessed)],
    ['ER', ''],
  ]
  return fields.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}\r\n`])).join('')
}

const parts = (iso: string) => ({ 'date-parts': [iso.split('-').map(Number)] })

/** CSL-JSON, for Zotero and for pandoc. */
export const cslJson = (cited: Citable): string => {
  const { kind, title, address, published, version, accessed } = cited
  const item = {
    id: key(cited),
    type: kind === 'dataset' ? 'dataset' : 'webpage',
    title,
    author: [{ literal: AUTHOR }],
    'container-title': kind === 'dataset' ? undefined : AUTHOR,
    publisher: AUTHOR,
    issued: parts(published),
    accessed: parts(accessed),
    version: version ?? undefined,
    URL: address,
  }
  return `${JSON.stringify([item], null, 2)}\n`
}
