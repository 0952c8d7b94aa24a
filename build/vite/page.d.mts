export const pageResolve: { alias: Record<string, string> }
