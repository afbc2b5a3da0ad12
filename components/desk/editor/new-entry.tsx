import { ROOM_ABOUT } from '@/lib/domain/forms/rooms'
import type { Lang } from '@/lib/platform/collections/language'
import { DeskForm } from '../desk-form'
import type { FormAction } from '../form-state'
import type { EditorWords } from './fill'

type Props = { lang: Lang; words: EditorWords; action: FormAction }

/** What can be written, each with a word on what it is. */
export const NewEntry = ({ lang, words, action }: Props) => (
  <>
    <p className="reading">
      {words.newAbout} <a href="/admin/start">{words.fromSource}</a>
    </p>
    <DeskForm lang={lang} action={action} className="desk-form">
      <ul className="new-entries">
        {Object.entries(ROOM_ABOUT).map(([room, { name, about }]) => (
          <li key={room}>
            <button type="submit" name="room" value={room} className="link-button">
              {name[lang]}
            </button>
            <p className="quiet">{about[lang]}</p>
          </li>
        ))}
      </ul>
    </DeskForm>
  </>
)
