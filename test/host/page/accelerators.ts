import type { Post } from './post'

/** A key that the page leaves alone goes to the menu, as in Electron, where menu accelerators come after the page. */
export function watchAccelerators(post: Post): void {
  EventTarget.prototype.addEventListener.call(
    window,
    'keydown',
    (event) => {
      // In the capturing phase, because the page may stop the event; judged after everybody has seen it.
      setTimeout(() => {
        const { key, code, ctrlKey, shiftKey, altKey, metaKey, defaultPrevented, isComposing } =
          event as KeyboardEvent
        const plain = !ctrlKey && !altKey && !metaKey && !/^F\d+$/.test(key)
        if (defaultPrevented || isComposing || plain) return
        post.key({ key, code, ctrl: ctrlKey, shift: shiftKey, alt: altKey, meta: metaKey })
      })
    },
    true,
  )
}
