import type { KnownNames, Recognized } from '@/lib/features/intake/recognized'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatInexactDate, dateSentence } from '@/lib/text/format-date'
import { adminMessages } from '@/components/admin/admin-messages'
import { type Option, Options } from './options'

type Props = { lang: Lang; candidate: Recognized; of: string }

/** Options for speaker, place and date of a candidate, each with the text's wording. */
export const CandidateFacts = ({ lang, candidate, of }: Props) => {
  const t = adminMessages(lang)
  const { speakers, officials, organizations, placeOptions, officePlaces, dates } = candidate
  const [speaker] = speakers
  const optionsFor = (names: readonly KnownNames[]): Option[] =>
    names.map(({ id, name, score }) => ({
      value: id,
      label: name,
      about: t(score === 1 ? 'sources.text.exactly' : 'sources.text.nearly'),
    }))
  const onlyExact = (names: readonly KnownNames[]) =>
    names.filter((one) => one.score === 1).length === 1 ? names[0]!.id : undefined
  const [place, ...others] = placeOptions
  return (
    <dl className="candidate-facts">
      <dt>{t('sources.text.speaker')}</dt>
      <dd>
        {speaker ? (
          <p>
            <q>{speaker.words}</q>{' '}
            <span className="quiet">
              {t(speaker.how === 'said' ? 'sources.text.speakerSaid' : 'sources.text.speakerNear')}
            </span>
          </p>
        ) : (
          <p>{t('sources.text.nobody')}</p>
        )}
        {speaker && officials.length + organizations.length === 0 && <p>{t('sources.text.unknown')}</p>}
        <Options
          lang={lang}
          name="official"
          of={of}
          legend={t('entries.recordType.officials')}
          options={optionsFor(officials)}
          chosen={speaker?.how === 'said' ? onlyExact(officials) : undefined}
        />
        <Options
          lang={lang}
          name="organization"
          of={of}
          legend={t('entries.recordType.organizations')}
          options={optionsFor(organizations)}
        />
      </dd>
      <dt>{t('sources.text.place')}</dt>
      <dd>
        {placeOptions.length === 0 && <p>{t('sources.text.noPlace')}</p>}
        <Options
          lang={lang}
          name="place"
          of={of}
          legend={t('sources.text.place')}
          chosen={place?.sure && others.length === 0 ? place.options[0]!.id : undefined}
          options={[
            ...officePlaces.map(({ id, name }) => ({ value: id, label: name, about: t('sources.text.office') })),
            ...placeOptions.flatMap(({ words: wording, sure, options }) =>
              options.map(({ id, name }) => ({
                value: id,
                label: name,
                about: `“${wording}”: ${t(sure ? 'sources.text.sure' : 'sources.text.several')}`,
              })),
            ),
          ]}
        />
      </dd>
      <dt>{t('sources.text.date')}</dt>
      <dd>
        {dates.length === 0 && <p>{t('sources.text.noDate')}</p>}
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
          of={of}
          legend={t('sources.text.date')}
          options={dates.flatMap(({ words: wording, how, options }) =>
            options.map((edtf) => ({
              value: `${edtf} ${wording}`,
              label: dateSentence(formatInexactDate({ edtf }, lang)),
              about: `“${wording}”: ${t(`sources.text.${how}`)}`,
            })),
          )}
        />
      </dd>
    </dl>
  )
}
