'use client'

import dynamic from 'next/dynamic'

/** The table with its program, which only those pages load that have one; its HTML is the server's either way. */
export const TableIsland = dynamic(() => import('./interactive-table'))
