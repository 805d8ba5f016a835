// Files dropped on a form are those that its field chose; what is too large is told before it is sent.

function drop(zone) {
  const field = zone.querySelector('input[type="file"]')
  zone.querySelector('.with-script').hidden = false
  for (const kind of ['dragenter', 'dragover']) {
    zone.addEventListener(kind, event => { event.preventDefault(); zone.classList.add('over') })
  }
  zone.addEventListener('dragleave', event => {
    if (!zone.contains(event.relatedTarget)) zone.classList.remove('over')
  })
  zone.addEventListener('drop', event => {
    event.preventDefault()
    zone.classList.remove('over')
    if (!event.dataTransfer.files.length) return
    field.files = event.dataTransfer.files
    show(zone, field)
  })
  field.addEventListener('change', () => show(zone, field))
  field.form.addEventListener('submit', event => {
    if (!isTooLarge(zone, field)) return
    event.preventDefault()
    field.focus()
  })
}

function show(zone, field) {
  const files = [...field.files], several = files.length > 1 ? files : []
  zone.querySelector('[data-chosen]').replaceChildren(...several.map(file => {
    const line = document.createElement('li')
    line.textContent = file.name
    return line
  }))
  const refusal = isTooLarge(zone, field) ? zone.dataset.large : ''
  zone.querySelector('[data-refusal]').textContent = refusal
  if (refusal) field.setAttribute('aria-invalid', 'true')
  else field.removeAttribute('aria-invalid')
}

const isTooLarge = (zone, field) =>
  [...field.files].reduce((sum, file) => sum + file.size, 0) > Number(zone.dataset.most)

for (const zone of document.querySelectorAll('[data-drop]')) drop(zone)
