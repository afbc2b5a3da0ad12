declare module 'datapackage' {
  type Resource = { name: string; read: () => Promise<unknown[]> }
  type Loaded = { errors: Error[]; resources: Resource[] }
  const library: {
    validate: (descriptor: object) => Promise<{ valid: boolean; errors: Error[] }>
    Package: { load: (descriptor: object, options: { basePath: string }) => Promise<Loaded> }
  }
  export default library
}
