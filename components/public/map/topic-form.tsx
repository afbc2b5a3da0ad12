import { MAP_TOPICS } from '@/lib/features/map/topic'
import { AXIS, TOPIC, type TopicSlug } from '@/lib/vocabularies/topics'
import type { Lang } from '@/lib/platform/i18n/locale'
import { href, translator } from '@/lib/platform/i18n/translate'

type Props = { topic: TopicSlug; path: string; lang: Lang }

/** Topic select of a map. A GET form for the same page. */
export const TopicForm = ({ topic, path, lang }: Props) => {
  const t = translator(lang)
  return (
    <form className="topic-form no-print" action={href(lang, path)}>
      <label htmlFor="topic">{t('map.topic')}</label>
      <select id="topic" name="topic" className="input" defaultValue={topic}>
        {(['cooperation', 'services'] as const).map((axis) => (
          <optgroup key={axis} label={AXIS[axis][lang]}>
            {MAP_TOPICS.filter((one) => TOPIC[one].axis === axis).map((one) => (
              <option key={one} value={one}>
                {TOPIC[one][lang]}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <button className="button" type="submit">
        {t('map.show')}
      </button>
    </form>
  )
}
