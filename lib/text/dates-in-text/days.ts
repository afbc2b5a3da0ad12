/** ISO days, computed in UTC, so that no time zone shifts them. */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay()

export const mondayOf = (day: string): string => plusDays(day, -((weekdayOf(day) + 6) % 7))

/** The week of a day, Monday to Sunday, shifted by a number of weeks. */
export const weekOf = (day: string, weeks = 0): string => {
  const monday = plusDays(mondayOf(day), weeks * 7)
  return `${monday}/${plusDays(monday, 6)}`
}

export const monthOf = (day: string, months = 0): string => {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7)
}

export const yearOf = (day: string, years = 0): string => String(Number(day.slice(0, 4)) + years)
