import type { Setter } from '@/lib/records/shared/import-setters'

/** Sets the path from the permalink, because a place's path is its permanent URL. */
const path: Setter = {
  columns: ['permalink'],
  set: ({ cell, draft }) => {
    draft.path = /(\/[a-z]{2}(\/[a-z0-9-]+)?)$/.exec(cell('permalink'))?.[1]
  },
}

const fullName: Setter = {
  columns: ['full_name'],
  set: ({ cell, draft }) => {
    draft.fullName = cell('full_name')
  },
}

export const importSetters = { path: [path], fullName: [fullName] }
