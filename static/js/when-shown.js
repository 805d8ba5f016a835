// What can wait until the page was loaded, and shown.

const PAUSE = 100, PATIENCE = 300
const whenIdle = globalThis.requestIdleCallback ?? (act => setTimeout(act, PATIENCE / 2))
const isLoaded = new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done, {once: true}))

/** Do something once the page was loaded and shown. */
export async function whenShown(act) {
  await isLoaded
  requestAnimationFrame(() => setTimeout(() => whenIdle(act, {timeout: PATIENCE}), PAUSE))
}
