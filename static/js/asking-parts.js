// htmx looks through what it is given for all that may ask something, every link of a drawing too, of which
// none does: on this page it is given what asks.

const ASKING = ['get', 'post', 'put', 'patch', 'delete'].map(way => `[hx-${way}]`).join()

document.addEventListener('htmx:before:process', event => {
  const {target} = event, isDrawing = target instanceof SVGElement
  if (!isDrawing && target !== document.body) return
  event.preventDefault()
  if (!isDrawing) for (const one of target.querySelectorAll(ASKING)) window.htmx.process(one)
})
