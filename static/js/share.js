// Share this view: a picture into the clipboard, where the browser can put one there.

const button = document.querySelector('[data-copy]')
const says = document.getElementById('copied')

async function picture() {
  const said = new URLSearchParams(new FormData(button.form))
  if (button.name) said.set(button.name, button.value)
  const asks = button.form.method === 'get'
  const answer = asks ? await fetch(`${button.form.action}?${said}`) : await fetch(button.formAction, { method: 'POST', body: said })
  if (!answer.ok) throw new Error(answer.statusText)
  return answer.blob()
}

if (button && navigator.clipboard?.write && window.ClipboardItem) {
  button.hidden = false
  button.addEventListener('click', async event => {
    event.preventDefault()
    says.textContent = 'Drawing…'
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture() })])
      says.textContent = 'Copied. Paste it where you write.'
    } catch {
      says.textContent = 'The browser did not take the picture; download it as a PNG.'
    }
  })
}
