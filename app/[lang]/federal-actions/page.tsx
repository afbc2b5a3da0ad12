import { ActionList } from '@/components/records/action-list'
import { listFederalActions } from '@/lib/domain/federal-actions/queries'
import { type ListRoute, listMetadata, listPage } from '../list-page'

export const generateMetadata = (route: ListRoute) => listMetadata(route, 'federal-actions')

export default function Page(route: ListRoute) {
  return listPage(route, 'federal-actions', listFederalActions, (rows, lang) => (
    <ActionList actions={rows.map((action) => ({ action }))} lang={lang} />
  ))
}
