// Shows the running total of a tally against the electorate. Without it the page that follows does.
for (const form of document.querySelectorAll('form[data-tally]')) {
	const total = form.querySelector('[data-tally-total]')
	const fields = [...form.querySelectorAll('input[inputmode="numeric"]')]
	const entitled = Number(total.dataset.entitled)
	const update = () => {
		const sum = fields.reduce((so, field) => so + (/^\d+$/.test(field.value.trim()) ? Number(field.value) : 0), 0)
		const rest = entitled - sum
		total.textContent = rest < 0 ? `${sum} of ${entitled} practices: ${-rest} too many`
			: rest === 0 ? `All ${entitled} practices accounted for` : `${sum} of ${entitled} practices, ${rest} to go`
		total.classList.toggle('app-tally-total--over', rest < 0)
	}
	form.addEventListener('input', update)
	update()
}
