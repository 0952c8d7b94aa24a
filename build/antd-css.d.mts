import type { Plugin } from 'vite'

export function antdCss(): Promise<string>
export function antdStatic(): Plugin
