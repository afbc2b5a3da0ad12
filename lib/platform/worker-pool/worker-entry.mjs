// A worker process starts with JavaScript; this registers the TypeScript loader.
import { register } from 'tsx/esm/api'

register()
await import('./worker-main.ts')
