import type { Lang } from '@/lib/platform/i18n/locale'
import type { ImportChoice } from '@/lib/features/imports/choices'
import type { ImportBatch } from '@/lib/platform/imports/queries'
import { Timestamp } from '@/components/admin/timestamp'
import { adminMessages } from '@/components/admin/admin-messages'
import { Counts } from './counts'

type Props = {
  lang: Lang
  batches: readonly ImportBatch[]
  kinds: readonly ImportChoice[]
  names: ReadonlyMap<string, string>
  zone: string
}

/** Imports, newest first. */
export const ImportList = ({ lang, batches, kinds, names, zone }: Props) => {
  const t = adminMessages(lang)
  if (!batches.length)
    return (
      <>
        <p>{t('imports.none')}</p>
        <p className="quiet">{t('imports.noneAbout')}</p>
      </>
    )
  const heads = {
    file: t('imports.file'),
    kind: t('imports.kind'),
    state: t('imports.stateLabel'),
    rows: t('imports.rows'),
    when: t('imports.when'),
    by: t('imports.by'),
  }
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          {Object.values(heads).map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {batches.map((batch) => (
          <tr key={batch.id}>
            <th scope="row">
              <a href={`/admin/imports/${batch.id}`}>{batch.fileName}</a>
            </th>
            <td data-column={heads.kind}>{kinds.find(({ kind }) => kind === batch.kind)?.label[lang]}</td>
            <td data-column={heads.state}>{t(`imports.state.${batch.state}`)}</td>
            <td data-column={heads.rows}>
              <Counts lang={lang} counts={batch.counts} />
            </td>
            <td data-column={heads.when}>
              <Timestamp at={batch.createdAt} zone={zone} lang={lang} />
            </td>
            <td data-column={heads.by}>{names.get(batch.byId) ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
