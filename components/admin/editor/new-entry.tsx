import type { Lang } from '@/lib/platform/i18n/locale'
import { RECORD_TYPES } from '@/lib/records/registry'
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
        {Object.values(RECORD_TYPES).map(({ name, labels: { one, about } }) => (
          <li key={name}>
            <button type="submit" name="type" value={name} className="link-button">
              {one[lang]}
            </button>
            <p className="quiet">{about[lang]}</p>
          </li>
        ))}
      </ul>
    </AdminForm>
  </>
)
