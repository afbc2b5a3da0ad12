import type { RecordLabel } from '@/lib/features/editing/labels'
import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import type { EditorMessages } from './fill-placeholders'

type Props = { lang: Lang; messages: EditorMessages; named: RecordLabel; action: FormAction }

/** Begins a draft of a published record. The published version stays until the draft is published. */
export const BeginChange = ({ lang, messages, named, action }: Props) => (
  <>
    {named.about && <p className="quiet">{named.about}</p>}
    <AdminForm lang={lang} action={action} className="admin-form">
      <input type="hidden" name="type" value={named.type} />
      <input type="hidden" name="recordId" value={named.id} />
      <p>{messages.changeAbout}</p>
      <button type="submit" className="button">
        {messages.change}
      </button>
    </AdminForm>
  </>
)
