import type { Random } from './random'

// Fictional names and sentences. None is of a real person.

const list = (text: string) => text.split(/\s*[,\n]\s*/).filter(Boolean)

export const GIVEN = list(
  'Ada, Ben, Carla, Dan, Elena, Frank, Grace, Hugo, Iris, Jon, Kara, Leo, Maya, Nils, Olga, Paul, Rosa, Sam, Tara, Uwe, Vera, Will',
)
export const FAMILY = list(
  'Abbot, Baker, Castillo, Dorn, Ellis, Fuentes, Garza, Hale, Ibarra, Jensen, Kowal, Lund, Mora, Nash, Ortega, Pike, Quiroz, Rowe, Solis, Tran, Ueda, Vance, Wolf, Yates, Zamora',
)

const WHO = list(`
  officers, deputies, the department, the county, our jail, the city, teachers, the council, the district, dispatchers,
  staff at the shelter, prosecutors, the mayor’s office, clerks, bus drivers, librarians, wardens, nurses, volunteers, auditors`)
const DOES = list(`
  will not ask about status, will honor detainers that come with a warrant, have no plans to join raids, will share release dates,
  stand with every family, signed the agreement, will review the order, refuse to lend vehicles, keep the doors open,
  will notify federal agents, turned down the request, extend the contract, train for encounters, closed the office,
  ended the memorandum, restored the program, appealed the ruling, funded the hotline, sealed the files, widened the patrols`)
const WHERE = list(`
  during traffic stops, at the courthouse, in schools, at the border, in hospitals, on the bus, near the plaza, at the fairgrounds,
  in the valley, along the river, at the depot, in the harbor, by the cannery, at the orchard, on the ferry, near the quarry`)
const WHY = list(`
  because trust keeps people safe, because the law demands it, because residents asked for it, since money is short,
  so that witnesses come forward, so that the law is the same for all, until a court decides, as the charter says,
  because the sheriff promised it, since the statute changed, so that crops are picked, because neighbors are afraid`)

/** A plausible clause. Some words are common and others rare, so that searches have many or few results. */
export const clause = ({ skewed, below, one }: Random): string =>
  `${skewed(WHO, 2)} ${skewed(DOES, 2)} ${skewed(WHERE)} in ${one(FAMILY)} ${below(400)}, ${skewed(WHY, 2)}`

export const person = ({ one }: Random, at: number): string => `${one(GIVEN)} ${one(FAMILY)}-${one(FAMILY)} ${at % 97}`
