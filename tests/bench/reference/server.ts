import { createServer } from 'node:http'
import pg from 'pg'
import { exported } from './export'
import { joined, modelled } from './lists'
import { changes, facets, named, ranked, record } from './queries'

// The reference server: plain node:http and pg, with the best SQL for each response and nothing else.
// node --import tsx tests/bench/reference/server.ts PORT DATABASE_URL

/** Runs a query. A named query is prepared once per connection. */
export type Ask = <Row>(name: string, text: string, values: unknown[]) => Promise<Row[]>

type Answer = (ask: Ask, params: URLSearchParams) => Promise<string | null>

const ANSWERS: Readonly<Record<string, Answer>> = {
  '/joined': joined,
  '/modelled': modelled,
  '/record': (ask, params) => record(ask, params.get('id') ?? ''),
  '/facets': facets,
  '/ranked': ranked,
  '/named': named,
  '/changes': changes,
}

const [port, url] = process.argv.slice(2)
const pool = new pg.Pool({
  connectionString: url!,
  max: 10,
  options: '-c TimeZone=UTC -c default_transaction_read_only=on',
})

const ask: Ask = async <Row>(name: string, text: string, values: unknown[]) =>
  (await pool.query({ text, values, ...(name && { name }) })).rows as Row[]

createServer({ keepAliveTimeout: 65_000 }, (req, res) => {
  const { pathname, searchParams } = new URL(req.url!, 'http://reference')
  if (pathname === '/export') return void exported(pool, searchParams, res)
  if (pathname === '/') return void res.end('ready')
  const answer = ANSWERS[pathname]
  if (!answer) return void res.writeHead(404).end()
  answer(ask, searchParams).then(
    (body) => (body === null ? res.writeHead(404).end() : res.setHeader('Content-Type', 'application/json').end(body)),
    (error) => res.writeHead(500).end(String(error)),
  )
}).listen(Number(port), '127.0.0.1')
