import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidatesIn } from '@/lib/features/intake/candidates'

const read = (text: string, published: string | null = '2025-01-29', lang: 'en' | 'es' = 'en') =>
  candidatesIn(text, published, lang).map(({ around, quotes, speakers, places, dates }) => ({
    around: text.slice(around.start, around.end),
    quotes: quotes.map((one) => text.slice(one.start, one.end)),
    speaker: speakers[0] && `${speakers[0].how} ${speakers[0].name}`,
    places: places.map((one) => [one.words, one.state].filter(Boolean).join(', ')),
    dates: dates.map((one) => one.words),
  }))

describe('a candidate', () => {
  test('is a sentence with a quote and its speaker', () => {
    expect(read('“We will not join any raids,” said Police Chief Ana Peña in El Paso, Texas, on Jan. 22.')).toEqual([
      {
        around: '“We will not join any raids,” said Police Chief Ana Peña in El Paso, Texas, on Jan. 22.',
        quotes: ['We will not join any raids,'],
        speaker: 'said Ana Peña',
        places: expect.arrayContaining(['El Paso, Texas']),
        dates: ['Jan. 22'],
      },
    ])
  })

  test('continues over sentences of the same speaker', () => {
    const [one, ...others] = read(
      'Mayor Luz Ortega said the city “stands firm.” She added that “nobody will be asked.” The council met.',
    )
    expect(others).toEqual([])
    expect(one).toMatchObject({ quotes: ['stands firm.', 'nobody will be asked.'], speaker: 'said Luz Ortega' })
    expect(one!.around).toMatch(/asked\.”$/)
  })

  test('ends where another person speaks', () => {
    expect(
      read('Mayor Luz Ortega said “no raids here.” Sheriff Sam Hill said “we will help them.”').map(
        (one) => one.speaker,
      ),
    ).toEqual(['said Luz Ortega', 'said Sam Hill'])
  })

  test('may be reported speech, or by an organization', () => {
    expect(read('The Stockton Police Department declared that it helps nobody. Rain fell.')).toMatchObject([
      { quotes: [], speaker: 'said Stockton Police Department', around: expect.stringMatching(/nobody\.$/) },
    ])
  })

  test('takes place and date from its paragraph if it has none', () => {
    expect(
      read(
        'In Newark, NJ, a raid took place last week. Mayor Ras Hill called it “an attack on families.”\n\nOther news.',
      ),
    ).toMatchObject([
      { speaker: 'said Ras Hill', places: expect.arrayContaining(['Newark, NJ']), dates: ['last week'] },
    ])
  })

  test('reads Spanish', () => {
    expect(
      read(
        '«No» es poco. La alcaldesa Luz Ortega dijo que la ciudad “no participará en redadas” esta semana.',
        '2025-01-29',
        'es',
      ),
    ).toMatchObject([{ quotes: ['no participará en redadas'], speaker: 'said Luz Ortega', dates: ['esta semana'] }])
  })

  test('is neither a quoted name nor a sentence without a speaker', () => {
    expect(read('It was a “sanctuary” city. The council met. Ana Peña lives there.')).toEqual([])
  })

  test('does not mistake a person named in the quote for the speaker', () => {
    expect(read('“Mayor Sam Hill told us to wait,” said Chief Ana Peña.')).toMatchObject([{ speaker: 'said Ana Peña' }])
  })
})

test('for any text, parts are in range and in order, and quotes are inside their sentences', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'Mayor Ana Peña',
          ' said ',
          '“no raids”',
          '. ',
          '\n\n',
          'He added ',
          '"',
          '”',
          'in El Paso, TX',
          ' last week',
          '😀 ',
          'Chief ',
        ),
        { maxLength: 25 },
      ),
      (parts) => {
        const text = parts.join('')
        let last = 0
        for (const { around, quotes, speakers, dates } of candidatesIn(text, '2025-01-29', 'en')) {
          expect(around.start).toBeGreaterThanOrEqual(last)
          last = around.end
          for (const one of quotes) expect(one.start >= around.start && one.end <= around.end).toBe(true)
          for (const one of [...speakers, ...dates]) expect(text.slice(one.start, one.end)).toBe(one.words)
        }
      },
    ),
  ))
