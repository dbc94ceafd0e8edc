// Reads the rule again as it is composed. Without it the button does.
for (const form of document.querySelectorAll('form[data-rule]')) {
	const reading = form.querySelector('[data-rule-reading]')
	form.querySelector('[data-rule-read]').hidden = true
	let latest = 0
	const read = async () => {
		const mine = ++latest
		const typed = new URLSearchParams(new FormData(form))
		typed.delete('_csrf')
		typed.delete('question')
		const answer = await fetch(`${reading.dataset.address}?${typed}`, { headers: { Accept: 'text/html' } }).catch(() => null)
		if (answer?.ok && !answer.redirected && mine === latest) {
			const text = new DOMParser().parseFromString(await answer.text(), 'text/html').body.textContent.trim()
			const shown = reading.querySelector('p')
			if (shown.textContent !== text) {
				shown.textContent = text
			}
		}
	}
	let soon
	form.addEventListener('input', () => {
		clearTimeout(soon)
		soon = setTimeout(read, 250)
	})
}
