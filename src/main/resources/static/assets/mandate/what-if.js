// Puts a slider beside each number and shows the ranking as they move. Without it the button does.
for (const form of document.querySelectorAll('form[data-what-if]')) {
	let latest = 0
	const address = () => {
		const typed = new URLSearchParams(new FormData(form))
		return `${form.action.split('?')[0]}?${typed}`
	}
	const show = async () => {
		const mine = ++latest
		const wanted = address()
		const answer = await fetch(wanted, { headers: { Accept: 'text/html' } }).catch(() => null)
		if (!answer?.ok || answer.redirected || mine !== latest) return
		const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
		const fresh = page.querySelector('[data-what-if-result]')
		if (mine !== latest || !fresh) return
		// The status stays the same element, so that its new words are read out.
		const result = form.querySelector('[data-what-if-result]')
		const sentence = result.querySelector('[role="status"]')
		sentence.textContent = fresh.querySelector('[role="status"]').textContent
		while (sentence.nextSibling) sentence.nextSibling.remove()
		const after = fresh.querySelector('[role="status"]')
		while (after.nextSibling) result.append(after.nextSibling)
		history.replaceState(null, '', wanted)
	}
	let soon
	const showSoon = () => {
		clearTimeout(soon)
		soon = setTimeout(show, 250)
	}
	for (const number of form.querySelectorAll('input[data-most]')) {
		const slider = document.createElement('input')
		slider.type = 'range'
		slider.min = 0
		slider.max = number.dataset.most
		slider.step = 1
		slider.className = 'app-what-if__slider'
		slider.setAttribute('aria-label', `${number.labels[0].textContent}, slider`)
		const follow = () => {
			if (/^\d+$/.test(number.value.trim())) slider.value = number.value.trim()
		}
		follow()
		number.parentElement.append(slider)
		number.addEventListener('input', () => {
			follow()
			showSoon()
		})
		slider.addEventListener('input', () => {
			number.value = slider.value
			showSoon()
		})
	}
}
