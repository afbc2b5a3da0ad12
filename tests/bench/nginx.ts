import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { DATA } from '@/scripts/paths'
import { freePort } from '@/scripts/postgres/launch'
import { type Program, startProgram } from './api-clients'

const FOLDER = join(DATA, 'bench', 'nginx')

const hasNginx = (): boolean => spawnSync('nginx', ['-v']).status === 0

/** An nginx that sends the same bytes and encoding as our server; null if nginx is not installed. */
export async function startNginx(pageOfOurs: string): Promise<Program | null> {
  if (!hasNginx()) return null
  mkdirSync(join(FOLDER, 'temp'), { recursive: true })
  writeFileSync(join(FOLDER, 'page.html'), await compressed(pageOfOurs))
  const port = await freePort()
  writeFileSync(join(FOLDER, 'nginx.conf'), configuration(port))
  const args = ['-e', 'stderr', '-p', FOLDER, '-c', join(FOLDER, 'nginx.conf')]
  return startProgram({ program: 'nginx', args, origin: `http://127.0.0.1:${port}`, ready: '/page.html' })
}

/** The Brotli-compressed bytes of a page. */
const compressed = (url: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece) => pieces.push(piece))
      response.on('end', () => resolve(Buffer.concat(pieces)))
    }).on('error', reject)
  })

/** If nginx is started as root, its workers run as another account, which may not read this folder. */
const account = process.getuid?.() === 0 ? 'user root;' : ''

const configuration = (port: number): string => `
daemon off;
${account}
worker_processes 1;
pid ${join(FOLDER, 'pid')};
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  keepalive_requests 10000000;
  open_file_cache max=10;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(FOLDER, 'temp', name)};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    root ${FOLDER};
    types { text/html html; }
    add_header Content-Encoding br;
  }
}
`
