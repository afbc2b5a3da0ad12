import { RECORD_TYPE_LABELS } from '@/lib/features/editing/record-type-labels'
import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import type { EditorMessages } from './fill-placeholders'

type Props = { lang: Lang; messages: EditorMessages; action: FormAction }

/** Record types to create, with descriptions. */
export const NewEntry = ({ lang, messages, action }: Props) => (
  <>
    <p className="reading">
      {messages.newAbout} <a href="/admin/start">{messages.fromSource}</a>
    </p>
    <AdminForm lang={lang} action={action} className="admin-form">
      <ul className="new-entries">
        {Object.entries(RECORD_TYPE_LABELS).map(([type, { name, about }]) => (
          <li key={type}>
            <button type="submit" name="type" value={type} className="link-button">
              {name[lang]}
            </button>
            <p className="quiet">{about[lang]}</p>
          </li>
        ))}
      </ul>
    </AdminForm>
  </>
)
