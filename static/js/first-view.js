// A drawing is laid out once, when the page has said how large it is seen; one that is seen from afar
// after what is painted of it.

const AWAITED = 'awaits-drawing', PATIENCE = 300
const whenIdle = globalThis.requestIdleCallback ?? (act => setTimeout(act, PATIENCE / 2))
const isLoaded = new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', done, {once: true}))
const laterStages = new WeakSet()

/** Keep the drawing of a stage out of what the browser lays out. */
export const holdDrawing = stage => stage.classList.add(AWAITED)

/** Have the drawing of a stage laid out. */
export const showDrawing = stage => stage.classList.remove(AWAITED)

/** Have the drawing of a stage laid out once what is painted of it was shown. */
export async function showDrawingLater(stage) {
  if (laterStages.has(stage)) return
  laterStages.add(stage)
  await isLoaded
  requestAnimationFrame(() => setTimeout(() => whenIdle(() => showDrawing(stage), {timeout: PATIENCE})))
}

for (const stage of document.querySelectorAll('.stage[data-canvas]')) holdDrawing(stage)
