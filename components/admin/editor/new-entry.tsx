import { RECORD_TYPE_LABELS } from '@/lib/features/editing/record-type-labels'
import type { Lang } from '@/lib/platform/i18n/locale'
import { AdminForm } from '@/components/admin/admin-form'
import type { FormAction } from '@/components/admin/form-state'
import type { EditorMessages } from './fill-placeholders'

type Props = { lang: Lang; words: EditorMessages; action: FormAction }

/** What can be written, each with a word on what it is. */
export const NewEntry = ({ lang, words, action }: Props) => (
  <>
    <p className="reading">
      {words.newAbout} <a href="/admin/start">{words.fromSource}</a>
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
