import type { Lang } from '@/lib/platform/i18n/locale'
import en from '@/messages/admin/editor.en.json'
import es from '@/messages/admin/editor.es.json'
import type { EditorMessages } from './fill-placeholders'

// English is the reference; a unit test compares the Spanish keys.
const WORDS: Record<Lang, EditorMessages> = { en, es }

/** Editor messages of a locale as plain JSON, passed to the client component. */
export const editorMessages = (lang: Lang): EditorMessages => WORDS[lang]
