import type { Lang } from '@/lib/platform/i18n/locale'
import en from '@/messages/admin/editor.en.json'
import es from '@/messages/admin/editor.es.json'
import type { EditorMessages } from './fill-placeholders'

// The English file gives the keys; a unit test holds the Spanish one to them.
const WORDS: Record<Lang, EditorMessages> = { en, es }

/** The editor's words in one language, as plain JSON: the form in the browser gets them with its fields. */
export const editorMessages = (lang: Lang): EditorMessages => WORDS[lang]
