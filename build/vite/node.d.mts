import type { UserConfig } from 'vite'

export function nodeBuild(target: {
  entry: string
  out: string
  file: string
  format: 'es' | 'cjs'
  bundle?: boolean
}): UserConfig
