import { SourceTable } from '@/components/records/source-table'
import { listSources } from '@/lib/domain/sources/queries'
import { type ListRoute, listMetadata, listPage } from '../list-page'

export const generateMetadata = (route: ListRoute) => listMetadata(route, 'sources')

export default function Page(route: ListRoute) {
  return listPage(route, 'sources', listSources, (rows, lang) => <SourceTable sources={rows} lang={lang} />)
}
