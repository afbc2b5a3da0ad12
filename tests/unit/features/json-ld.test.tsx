import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { JsonLd } from '@/components/public/layout/json-ld'
import { translator } from '@/lib/platform/i18n/translate'
import { breadcrumbLd, exactDate, interval, websiteLd } from '@/lib/features/json-ld/entry'
import { officialLd, organizationLd } from '@/lib/features/json-ld/people'
import { jurisdictionLd } from '@/lib/features/json-ld/place'
import { federalActionLd, policyLd } from '@/lib/features/json-ld/policy'
import { sourceLd } from '@/lib/features/json-ld/source'
import { statementLd } from '@/lib/features/json-ld/statement'
import { scriptText } from '@/lib/features/json-ld/text'
import type { Statement } from '@/lib/records/statements/schema'
import { settings } from '@/lib/platform/settings/settings'
import { federalAction, official, organization, place, policy, source, statement } from '@/tests/unit/public-records'

const { siteUrl } = settings()

// Parsed as a consumer sees it, without undefined properties.
const read = (data: object) => JSON.parse(JSON.stringify(data)) as Record<string, unknown>
const thing = (data: object) => read(data).mainEntity as Record<string, unknown>

describe('the page of a record', () => {
  test('has its URL, version, dates and publisher', () =>
    expect(read(statementLd(statement, 'es'))).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'WebPage',
      url: `${siteUrl}/es/statements/statement1-ana-pena`,
      inLanguage: 'es',
      identifier: 'statement1',
      version: 1,
      datePublished: statement.publishedAt,
      dateModified: statement.updatedAt,
      publisher: { '@type': 'Organization', name: translator('en')('site.name') },
    }))
  test('has the same id in both languages', () =>
    expect(thing(statementLd(statement, 'es'))['@id']).toBe(thing(statementLd(statement, 'en'))['@id']))
})

describe('a statement', () => {
  test('is a quotation with its speaker, role, place, days and sources', () =>
    expect(thing(statementLd(statement, 'en'))).toMatchObject({
      '@type': 'Quotation',
      text: 'no plans to join any raids,',
      inLanguage: 'en',
      disambiguatingDescription: 'Reported word for word: The Paper',
      temporalCoverage: '2025-01-20/2025-01-22',
      creator: [{ '@type': 'Person', name: 'Ana Peña', hasOccupation: { hasOccupation: { name: 'Police Chief' } } }],
      spatialCoverage: [{ '@type': 'City', name: 'El Paso, Texas' }],
      isBasedOn: [{ '@type': 'NewsArticle', url: 'https://paper.example/chief', publisher: { name: 'The Paper' } }],
    }))
  test('that is only paraphrased is not a Quotation and has no text', () => {
    const [variant] = statement.variants
    const told: Statement = {
      ...statement,
      variants: [{ ...variant!, passages: [], citation: { ...variant!.citation, fidelity: 'paraphrase' } }],
    }
    const said = thing(statementLd(told, 'en'))
    expect(said['@type']).toBe('CreativeWork')
    expect(said).not.toHaveProperty('text')
  })
  test('of an organization has the organization as its creator', () => {
    const [speaker] = statement.speakers
    const ours = { ...statement, speakers: [{ ...speaker!, official: null, role: null }] }
    expect(thing(statementLd(ours, 'en')).creator).toMatchObject([{ '@type': 'GovernmentOrganization' }])
  })
})

test('an official has dated roles', () => {
  const { hasOccupation } = thing(officialLd(official, 'es')) as { hasOccupation: object[] }
  expect(hasOccupation).toMatchObject([
    { '@type': 'Role', startDate: '2024', hasOccupation: { name: 'Jefa de policía' } },
  ])
  expect(hasOccupation[0]).not.toHaveProperty('endDate')
})

test('an organization serves places', () =>
  expect(thing(organizationLd(organization, 'en'))).toMatchObject({
    '@type': 'GovernmentOrganization',
    alternateName: ['EPPD'],
    areaServed: [{ '@type': 'City' }, { '@type': 'State', name: 'Texas' }],
  }))

test('a place is inside another, has a position, and is known to GeoNames', () =>
  expect(thing(jurisdictionLd(place, 'en'))).toMatchObject({
    '@type': 'City',
    name: 'El Paso',
    containedInPlace: { '@type': 'State', name: 'Texas' },
    geo: { '@type': 'GeoCoordinates', latitude: 31.75872, longitude: -106.48693 },
    identifier: [{ propertyID: 'GEOID', value: '4824000' }],
    sameAs: 'https://sws.geonames.org/5520993/',
  }))

test('a state is inside the country, and unknown properties are omitted', () => {
  const state = thing(jurisdictionLd({ ...place, kind: 'state', parent: null, lat: null, geonamesId: null }, 'en'))
  expect(state).toMatchObject({ '@type': 'State', containedInPlace: { '@type': 'Country' } })
  expect(state).not.toHaveProperty('geo')
  expect(state).not.toHaveProperty('sameAs')
})

test('an ordinance is legislation, a department’s policy is not', () => {
  expect(thing(policyLd(policy, 'en'))).toMatchObject({ '@type': 'Legislation', legislationDate: '2024-11' })
  expect(thing(policyLd({ ...policy, instrument: 'department_policy' }, 'en'))['@type']).toBe('CreativeWork')
})

test.each([
  ['law', 'Legislation'],
  ['memo', 'CreativeWork'],
  ['operation', 'Event'],
] as const)('a federal %s is a %s', (kind, type) =>
  expect(thing(federalActionLd({ ...federalAction, kind }, 'es'))).toMatchObject({ '@type': type, name: 'Una orden' }),
)

test('a news report is a news article of its outlet', () =>
  expect(thing(sourceLd(source, 'en'))).toMatchObject({
    '@type': 'NewsArticle',
    name: 'Chief speaks',
    datePublished: '2025-01-22',
    author: [{ '@type': 'Person', name: 'Jo Doe' }],
  }))

test('the site can be searched', () =>
  expect(read(websiteLd('What it is.', 'es'))).toMatchObject({
    '@type': 'WebSite',
    url: `${siteUrl}/es`,
    potentialAction: {
      target: { urlTemplate: `${siteUrl}/es/search?q={words}` },
      'query-input': 'required name=words',
    },
  }))

test('a breadcrumb is numbered from the start', () =>
  expect(
    read(
      breadcrumbLd(
        [
          { path: '/statements', name: 'S' },
          { path: '/statements/1', name: 'A' },
        ],
        'en',
      ),
    ),
  ).toMatchObject({
    itemListElement: [
      { position: 1, name: 'S', item: `${siteUrl}/statements` },
      { position: 2, name: 'A', item: `${siteUrl}/statements/1` },
    ],
  }))

test.each([
  ['2025-01-22', '2025-01-22', undefined],
  ['2024-11', '2024-11', undefined],
  ['2024?', undefined, undefined],
  ['2025-01-20/2025-01-24', undefined, '2025-01-20/2025-01-24'],
  ['2025-01~/..', undefined, undefined],
])('%s is the date %s or the days %s', (edtf, date, days) => {
  expect(exactDate({ edtf })).toBe(date)
  expect(interval({ edtf })).toBe(days)
})

describe('as a script element', () => {
  const script = (data: object) => renderToStaticMarkup(<JsonLd data={data as never} />)
  const hostile = fc.oneof(
    fc.string(),
    fc.constantFrom('</script>', '<!--<script>', ']]>', '</SCRIPT\n>', '\u2028', '&lt;/script&gt;', '\'"\\'),
  )
  const texts = fc.array(hostile, { maxLength: 5 }).map((parts) => parts.join(''))

  test('a summary cannot close it', () => {
    const html = script(statementLd({ ...statement, summary: { en: '</script><script>alert(1)</script>' } }, 'en'))
    expect(html.match(/<\/?script/gi)).toEqual(['<script', '</script'])
    expect(html).toContain('\\u003c/script\\u003e')
  })
  test('round-trips any text in one element', () =>
    fc.assert(
      fc.property(texts, texts, (name, en) => {
        const data = statementLd({ ...statement, summary: { en }, places: [{ ...statement.places[0]!, name }] }, 'en')
        const html = script(data)
        const inside = /^<script type="application\/ld\+json">([^<>]*)<\/script>$/.exec(html)?.[1]
        expect(JSON.parse(inside!)).toEqual(JSON.parse(JSON.stringify(data)))
        expect(scriptText(data)).not.toMatch(/[<>&\u2028\u2029]/)
      }),
    ))
  test('is data, which a browser does not run', () =>
    expect(script(statementLd(statement, 'en'))).toMatch(/^<script type="application\/ld\+json">/))
})
