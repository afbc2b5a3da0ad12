import { hydrateRoot } from 'react-dom/client'
import type { LiveModel } from '@/components/public/tables/table-model'
import { InteractiveTable } from './interactive-table'
import { readRows } from './read-rows'

// Client script of pages with a table: hydrates the server-rendered table.
const model = JSON.parse(document.querySelector('#live-table-model')!.textContent!) as LiveModel
hydrateRoot(document.querySelector('#live-table')!, <InteractiveTable model={model} first={readRows(document)} />)
