import { StanceTable } from '@/components/records/stance-table'
import { listStances } from '@/lib/domain/stances/queries'
import { type ListRoute, listMetadata, listPage } from '../list-page'

export const generateMetadata = (route: ListRoute) => listMetadata(route, 'stances')

export default function Page(route: ListRoute) {
  return listPage(route, 'stances', listStances, (rows, lang) => <StanceTable stances={rows} lang={lang} bodies />)
}
