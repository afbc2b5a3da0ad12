// A thread begins with JavaScript; what it is to do is written in TypeScript.
import { register } from 'tsx/esm/api'

register()
await import('./worker-main.ts')
