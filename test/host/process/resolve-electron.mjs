// Module hook of the host process: main's `import … from 'electron'` gets the stand-in, nothing else changes.
let standIn

export function initialize(data) {
  standIn = data.standIn
}

export function resolve(specifier, context, next) {
  return next(specifier === 'electron' || specifier === 'electron/main' ? standIn : specifier, context)
}
