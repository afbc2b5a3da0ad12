/** The fifty states, the District of Columbia and the five territories, by FIPS code, with their constant data. */
export type State = {
  fips: string
  usps: string
  name: string
  kind: 'state' | 'district' | 'territory'
  aliases?: readonly string[]
  /** The GEOID of the only county-equivalent, if it covers the same area. It gets no separate record. */
  countyGeoid?: string
}

export const STATES: readonly State[] = [
  { fips: '01', usps: 'AL', name: 'Alabama', kind: 'state' },
  { fips: '02', usps: 'AK', name: 'Alaska', kind: 'state' },
  { fips: '04', usps: 'AZ', name: 'Arizona', kind: 'state' },
  { fips: '05', usps: 'AR', name: 'Arkansas', kind: 'state' },
  { fips: '06', usps: 'CA', name: 'California', kind: 'state' },
  { fips: '08', usps: 'CO', name: 'Colorado', kind: 'state' },
  { fips: '09', usps: 'CT', name: 'Connecticut', kind: 'state' },
  { fips: '10', usps: 'DE', name: 'Delaware', kind: 'state' },
  {
    fips: '11',
    usps: 'DC',
    name: 'District of Columbia',
    kind: 'district',
    aliases: ['Washington, D.C.', 'Washington', 'D.C.', 'DC', 'Washington DC', 'City of Washington'],
    countyGeoid: '11001',
  },
  { fips: '12', usps: 'FL', name: 'Florida', kind: 'state' },
  { fips: '13', usps: 'GA', name: 'Georgia', kind: 'state' },
  { fips: '15', usps: 'HI', name: 'Hawaii', kind: 'state', aliases: ['Hawaiʻi'] },
  { fips: '16', usps: 'ID', name: 'Idaho', kind: 'state' },
  { fips: '17', usps: 'IL', name: 'Illinois', kind: 'state' },
  { fips: '18', usps: 'IN', name: 'Indiana', kind: 'state' },
  { fips: '19', usps: 'IA', name: 'Iowa', kind: 'state' },
  { fips: '20', usps: 'KS', name: 'Kansas', kind: 'state' },
  { fips: '21', usps: 'KY', name: 'Kentucky', kind: 'state' },
  { fips: '22', usps: 'LA', name: 'Louisiana', kind: 'state' },
  { fips: '23', usps: 'ME', name: 'Maine', kind: 'state' },
  { fips: '24', usps: 'MD', name: 'Maryland', kind: 'state' },
  { fips: '25', usps: 'MA', name: 'Massachusetts', kind: 'state' },
  { fips: '26', usps: 'MI', name: 'Michigan', kind: 'state' },
  { fips: '27', usps: 'MN', name: 'Minnesota', kind: 'state' },
  { fips: '28', usps: 'MS', name: 'Mississippi', kind: 'state' },
  { fips: '29', usps: 'MO', name: 'Missouri', kind: 'state' },
  { fips: '30', usps: 'MT', name: 'Montana', kind: 'state' },
  { fips: '31', usps: 'NE', name: 'Nebraska', kind: 'state' },
  { fips: '32', usps: 'NV', name: 'Nevada', kind: 'state' },
  { fips: '33', usps: 'NH', name: 'New Hampshire', kind: 'state' },
  { fips: '34', usps: 'NJ', name: 'New Jersey', kind: 'state' },
  { fips: '35', usps: 'NM', name: 'New Mexico', kind: 'state' },
  { fips: '36', usps: 'NY', name: 'New York', kind: 'state', aliases: ['New York State'] },
  { fips: '37', usps: 'NC', name: 'North Carolina', kind: 'state', aliases: ['N. Carolina'] },
  { fips: '38', usps: 'ND', name: 'North Dakota', kind: 'state', aliases: ['N. Dakota'] },
  { fips: '39', usps: 'OH', name: 'Ohio', kind: 'state' },
  { fips: '40', usps: 'OK', name: 'Oklahoma', kind: 'state' },
  { fips: '41', usps: 'OR', name: 'Oregon', kind: 'state' },
  { fips: '42', usps: 'PA', name: 'Pennsylvania', kind: 'state' },
  { fips: '44', usps: 'RI', name: 'Rhode Island', kind: 'state' },
  { fips: '45', usps: 'SC', name: 'South Carolina', kind: 'state', aliases: ['S. Carolina'] },
  { fips: '46', usps: 'SD', name: 'South Dakota', kind: 'state', aliases: ['S. Dakota'] },
  { fips: '47', usps: 'TN', name: 'Tennessee', kind: 'state' },
  { fips: '48', usps: 'TX', name: 'Texas', kind: 'state' },
  { fips: '49', usps: 'UT', name: 'Utah', kind: 'state' },
  { fips: '50', usps: 'VT', name: 'Vermont', kind: 'state' },
  { fips: '51', usps: 'VA', name: 'Virginia', kind: 'state' },
  { fips: '53', usps: 'WA', name: 'Washington', kind: 'state', aliases: ['Washington State'] },
  { fips: '54', usps: 'WV', name: 'West Virginia', kind: 'state', aliases: ['W. Virginia'] },
  { fips: '55', usps: 'WI', name: 'Wisconsin', kind: 'state' },
  { fips: '56', usps: 'WY', name: 'Wyoming', kind: 'state' },
  { fips: '60', usps: 'AS', name: 'American Samoa', kind: 'territory' },
  { fips: '66', usps: 'GU', name: 'Guam', kind: 'territory', aliases: ['Territory of Guam'], countyGeoid: '66010' },
  {
    fips: '69',
    usps: 'MP',
    name: 'Northern Mariana Islands',
    kind: 'territory',
    aliases: ['CNMI', 'Commonwealth of the Northern Mariana Islands'],
  },
  { fips: '72', usps: 'PR', name: 'Puerto Rico', kind: 'territory', aliases: ['Commonwealth of Puerto Rico'] },
  {
    fips: '78',
    usps: 'VI',
    name: 'U.S. Virgin Islands',
    kind: 'territory',
    aliases: ['US Virgin Islands', 'Virgin Islands', 'USVI'],
  },
]

export const STATE_BY_FIPS: ReadonlyMap<string, State> = new Map(STATES.map((state) => [state.fips, state]))
export const STATE_BY_USPS: ReadonlyMap<string, State> = new Map(STATES.map((state) => [state.usps, state]))

export const statePath = (state: State): string => `/${state.usps.toLowerCase()}`

/** The start of every Open Civic Data id in the state. */
export const ocdOf = ({ kind, usps }: State): string => `ocd-division/country:us/${kind}:${usps.toLowerCase()}`
