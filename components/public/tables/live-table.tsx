import { scriptText } from '@/lib/features/json-ld/text'
import { ClientScript } from '@/components/public/layout/client-script'
import { RecordTable } from './record-table'
import { type LiveModel, type TableModel, sortedListUrl } from './table-model'

type Props = {
  model: TableModel
  /** Path and query of the page. */
  path: string
  search: string
}

/** Server-rendered table that the client script makes interactive. The script reads the rows from the HTML. */
export const LiveTable = ({ model, path, search }: Props) => {
  const { rows, ...others } = model
  const live: LiveModel = { ...others, path, search }
  return (
    <>
      <div id="live-table">
        {rows.length > 0 && <RecordTable model={model} address={(sort) => sortedListUrl(path, search, sort)} />}
      </div>
      <script id="live-table-model" type="application/json" dangerouslySetInnerHTML={{ __html: scriptText(live) }} />
      <ClientScript name="table" />
    </>
  )
}
