import type { RecordLabel } from '@/lib/features/editing/labels'
import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import type { EditorMessages } from './fill-placeholders'

type Props = { lang: Lang; words: EditorMessages; named: RecordLabel; action: FormAction }

/** Begins to change a published record: nothing live changes until it is published again. */
export const BeginChange = ({ lang, words, named, action }: Props) => (
  <>
    {named.about && <p className="quiet">{named.about}</p>}
    <AdminForm lang={lang} action={action} className="admin-form">
      <input type="hidden" name="type" value={named.type} />
      <input type="hidden" name="recordId" value={named.id} />
      <p>{words.changeAbout}</p>
      <button type="submit" className="button">
        {words.change}
      </button>
    </AdminForm>
  </>
)
