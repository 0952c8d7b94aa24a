// Split by characters: the browser fetches only the pieces a page really shows.
import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sc/600.css'
