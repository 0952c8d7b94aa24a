import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            '{shared,electron,build}/**/*.test.ts',
            'renderer/{app,components,features,workers}/**/*.test.{ts,tsx}',
          ],
        },
      },
    ],
  },
})
