import { OfficialTable } from '@/components/records/official-table'
import { listOfficials } from '@/lib/domain/officials/queries'
import { type ListRoute, listMetadata, listPage } from '../list-page'

export const generateMetadata = (route: ListRoute) => listMetadata(route, 'officials')

export default function Page(route: ListRoute) {
  return listPage(route, 'officials', listOfficials, (rows, lang) => <OfficialTable officials={rows} lang={lang} />)
}
