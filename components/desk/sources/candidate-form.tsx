import type { Known, Recognised } from '@/lib/domain/intake/recognised'
import { dateWords } from '../../marks/date-words'
import { DeskForm } from '../desk-form'
import { deskWords } from '../words'
import { Options } from './options'
import { Supported } from './supported'
import type { TextProps } from './text-page'

type Props = TextProps & { candidate: Recognised; number: number }

/** One candidate: the words, and for each field what the text says and what it may mean. The person chooses. */
export const CandidateForm = ({ lang, source, text, action, candidate, number }: Props) => {
  const t = deskWords(lang)
  const { around, quotes, speakers, officials, organizations, placeOptions, dates, duplicates } = candidate
  const [speaker] = speakers
  const meaning = ({ name, score }: Known) =>
    `${name} (${t(score === 1 ? 'sources.text.exactly' : 'sources.text.nearly')})`
  const known = (ones: readonly Known[]) => ones.map((one) => ({ value: one.id, label: meaning(one) }))
  const heading = `candidate-${number}`
  return (
    <article aria-labelledby={heading} className="candidate">
      <h2 id={heading} className="candidate-kind">
        {t(quotes.length ? 'sources.text.quote' : 'sources.text.told')}
        {speaker && ` · ${speaker.words}`}
      </h2>
      <Supported text={text} around={around} quotes={quotes} />
      {duplicates.length > 0 && (
        <div className="told">
          <p>{t('sources.text.duplicates')}</p>
          <ul>
            {duplicates.map(({ id, path, title, why }) => (
              <li key={id}>
                <a href={path}>{title}</a>{' '}
                <span className="quiet">{t(why === 'words' ? 'sources.text.byWords' : 'sources.text.bySpeaker')}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <DeskForm lang={lang} action={action} className="candidate-form">
        <input type="hidden" name="source" value={source.id} />
        <input type="hidden" name="of" value={text.sha256} />
        <input type="hidden" name="at" value={`${around.start}-${around.end}`} />
        <dl className="candidate-facts">
          <dt>{t('sources.text.speaker')}</dt>
          <dd>
            {speaker ? (
              <>
                <q>{speaker.words}</q>{' '}
                <span className="quiet">
                  {t(speaker.how === 'said' ? 'sources.text.speakerSaid' : 'sources.text.speakerNear')}
                </span>
              </>
            ) : (
              t('sources.text.nobody')
            )}
            {speaker && officials.length + organizations.length === 0 && <p>{t('sources.text.unknown')}</p>}
            <Options
              lang={lang}
              name="official"
              of={heading}
              label={t('entries.room.officials')}
              options={known(officials)}
            />
            <Options
              lang={lang}
              name="organization"
              of={heading}
              label={t('entries.room.organizations')}
              options={known(organizations)}
            />
          </dd>
          <dt>{t('sources.text.place')}</dt>
          <dd>
            {placeOptions.length === 0 && t('sources.text.noPlace')}
            <Options
              lang={lang}
              name="place"
              of={heading}
              label={t('sources.text.place')}
              options={placeOptions.flatMap(({ words: said, sure, options }) =>
                options.map((one) => ({
                  value: one.id,
                  label: `${one.name} · “${said}” (${t(sure ? 'sources.text.sure' : 'sources.text.several')})`,
                })),
              )}
            />
          </dd>
          <dt>{t('sources.text.date')}</dt>
          <dd>
            {dates.length === 0 && t('sources.text.noDate')}
            {dates
              .filter((one) => one.options.length === 0)
              .map((one) => (
                <p key={one.start}>
                  <q>{one.words}</q> <span className="quiet">{t('sources.text.unclear')}</span>
                </p>
              ))}
            <Options
              lang={lang}
              name="date"
              of={heading}
              label={t('sources.text.date')}
              options={dates.flatMap(({ words: said, how, options }) =>
                options.map((edtf) => ({
                  value: `${edtf} ${said}`,
                  label: `${dateWords({ edtf }, lang)} · “${said}” (${t(`sources.text.${how}`)})`,
                })),
              )}
            />
          </dd>
        </dl>
        <p className="quiet">{t('sources.text.confirm')}</p>
        <button type="submit" className="button">
          {t('sources.text.begin')}
        </button>
      </DeskForm>
    </article>
  )
}
