package org.mandate.submissions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.database.NotFound;
import org.mandate.guidance.Edition;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pro formas of the current organisation, appraisal by appraisal: what the CCG and
 * the area team write in them.
 */
@Component
public class ProFormas {

	private final ProFormaStore store;

	private final SubmissionStore submissions;

	private final RouteStore routes;

	private final Prefill prefill;

	private final Desk desk;

	ProFormas(ProFormaStore store, SubmissionStore submissions, RouteStore routes, Prefill prefill, Desk desk) {
		this.store = store;
		this.submissions = submissions;
		this.routes = routes;
		this.prefill = prefill;
		this.desk = desk;
	}

	/**
	 * The current pro forma, if one was begun. Eight statements; one while there is none.
	 */
	@Transactional(readOnly = true)
	public Optional<ProForma> current(AppraisalSummary appraisal) {
		return this.store.current(appraisal.id());
	}

	/** The models for which the guidance asks for a pro forma. */
	static List<Edition.Model> models(Edition edition) {
		return edition.models()
			.stream()
			.filter((model) -> !edition.rules(Edition.Rule.Category.SUBMISSION, model.key()).isEmpty())
			.toList();
	}

	/**
	 * Begin a pro forma for a model, the first or after one that came to nothing.
	 * @throws NotFound if the guidance asks for none for that model
	 * @throws NotNow if one is open, or was submitted and may still be approved, or it is
	 * on record that no application is made
	 */
	@Transactional
	public void begin(AppraisalSummary appraisal, String model) {
		Edition.Model chosen = models(this.desk.edition(appraisal)).stream()
			.filter((each) -> each.key().equals(model))
			.findFirst()
			.orElseThrow(() -> new NotFound("The guidance asks for no pro forma for that model."));
		this.store.lock(appraisal.id());
		ProForma last = this.store.current(appraisal.id()).orElse(null);
		if (last != null && !isOver(last)) {
			throw new NotNow("There is a pro forma already. Give it up or withdraw it before you begin another.");
		}
		if (this.submissions.noApplication(appraisal.id()).isPresent()) {
			throw new NotNow("It is on record that no application is made. Reopen that first.");
		}
		int number = (last != null) ? last.number() + 1 : 1;
		this.store.begin(appraisal.id(), number, model, this.desk.by(), this.desk.now());
		this.desk.tell(SubmissionEvent.of(appraisal.id(), "pro-forma.begun",
				"Began the pro forma for %s".formatted(chosen.name()), Map.of("number", number, "model", model)));
	}

	/** Whether another may follow it. */
	@Transactional(readOnly = true)
	boolean isOver(ProForma proForma) {
		Submission standing = proForma.standing();
		if (standing == null) {
			return !proForma.isOpen();
		}
		List<Outcome> outcomes = this.routes.outcomes(proForma.id(), standing.number());
		return !outcomes.isEmpty() && !outcomes.getLast().result().isApproved();
	}

	/** What the record says for its fields at a moment. */
	@Transactional(readOnly = true)
	Prefill.Offers offers(AppraisalSummary appraisal, String model, AsAt asAt) {
		return this.prefill.offers(appraisal, model, asAt);
	}

	/** The same, for who has read the appraisal's milestones already. */
	@Transactional(readOnly = true)
	Prefill.Offers offers(AppraisalSummary appraisal, String model, AsAt asAt, List<Milestone> milestones) {
		return this.prefill.offers(appraisal, model, asAt, milestones);
	}

	/**
	 * Fill in a field in the organisation's own words.
	 * @param text 1 to as many characters as the field takes
	 */
	@Transactional
	public void answer(AppraisalSummary appraisal, ProFormaField field, String text) {
		answer(appraisal, field, text, null, null);
	}

	/**
	 * Fill in a field unless somebody else did so meanwhile.
	 * @param offer what the record said on the page; null where it said nothing
	 * @param seen version of what the person saw, -1 for nothing; null whatever it was
	 * @throws ChangedMeanwhile if somebody else saved it
	 */
	@Transactional
	void answer(AppraisalSummary appraisal, ProFormaField field, String text, @Nullable Offer offer,
			@Nullable Integer seen) {
		ProForma proForma = this.desk.open(appraisal);
		requireField(appraisal, proForma, field);
		Answer known = proForma.answers().get(field);
		String recorded = (offer != null) ? offer.text() : null;
		if (known != null && known.text().equals(text) && Objects.equals(known.recordSaid(), recorded)) {
			return;
		}
		int version = Desk.next((known != null) ? known.version() : null, seen);
		save(appraisal, proForma, field, text, offer, version);
	}

	private void save(AppraisalSummary appraisal, ProForma proForma, ProFormaField field, String text,
			@Nullable Offer offer, int version) {
		Answer known = proForma.answers().get(field);
		this.store.answer(proForma.id(), field, new Answer(text, (offer != null) ? offer.text() : null,
				(offer != null) ? offer.source() : null, version, this.desk.by(), this.desk.now()));
		if (known == null || !known.text().equals(text)) {
			this.desk.changed(appraisal, proForma, "pro-forma.answered",
					"%s “%s” in the pro forma".formatted((known != null) ? "Changed" : "Filled in", field.label()),
					(known != null) ? known.text() : null, text);
		}
	}

	private void requireField(AppraisalSummary appraisal, ProForma proForma, ProFormaField field) {
		if (!ProFormaField.of(this.desk.edition(appraisal), proForma.model()).contains(field)) {
			throw new NotFound("The pro forma for this model has no such field.");
		}
	}

	/**
	 * Take over what the record says for every field that is still empty.
	 * @return the fields that were filled in
	 */
	@Transactional
	public List<ProFormaField> takeOver(AppraisalSummary appraisal, AsAt asAt) {
		ProForma proForma = this.desk.open(appraisal);
		Prefill.Offers offers = this.prefill.offers(appraisal, proForma.model(), asAt);
		List<ProFormaField> taken = new ArrayList<>();
		for (ProFormaField field : proForma.empty(this.desk.edition(appraisal))) {
			Offer offer = offers.of(field);
			if (offer != null) {
				save(appraisal, proForma, field, offer.text(), offer, 0);
				taken.add(field);
			}
		}
		return taken;
	}

	/**
	 * Enter the area team's part unless somebody else did so meanwhile; version, who and
	 * when of the part are left aside.
	 * @throws Refused if its day is in the future
	 */
	@Transactional
	void areaTeam(AppraisalSummary appraisal, AreaTeamPart part, int seen) {
		ProForma proForma = this.desk.open(appraisal);
		if (part.givenOn().isAfter(this.desk.today())) {
			throw new Refused("givenOn", "The date must not be in the future");
		}
		AreaTeamPart known = proForma.areaTeam();
		if (known != null && known.says(part)) {
			return;
		}
		int version = Desk.next((known != null) ? known.version() : null, seen);
		this.store.areaTeam(proForma.id(), new AreaTeamPart(part.lead(), part.support(), part.view(), part.givenOn(),
				version, this.desk.by(), this.desk.now()));
		this.desk.changed(appraisal, proForma, "pro-forma.area-team",
				"Entered the area team's part of the pro forma: %s, %s"
					.formatted(part.support().label().toLowerCase(Locale.UK), part.lead()),
				(known != null) ? known.view() : null, part.view());
	}

	/**
	 * Record how far a document of the checklist is, unless somebody else did so
	 * meanwhile; version, who and when of the entry are left aside.
	 */
	@Transactional
	void document(AppraisalSummary appraisal, ChecklistItem item, ChecklistEntry entry, int seen) {
		ProForma proForma = this.desk.open(appraisal);
		ChecklistEntry known = proForma.checklist().get(item);
		if (known != null && known.says(entry)) {
			return;
		}
		int version = Desk.next((known != null) ? known.version() : null, seen);
		this.store.document(proForma.id(), item, new ChecklistEntry(entry.state(), entry.title(), entry.reference(),
				entry.reason(), version, this.desk.by(), this.desk.now()));
		this.desk.changed(appraisal, proForma, "pro-forma.document",
				"Recorded for the pro forma's checklist: %s, %s".formatted(item.label(),
						entry.state().label().toLowerCase(Locale.UK)),
				(known != null) ? known.words() : null, entry.words());
	}

	/**
	 * Note a pooled fund, or change one unless somebody else did so meanwhile; number,
	 * version, who and when of the fund are left aside.
	 * @param number of the one that is changed; null for another one
	 */
	@Transactional
	void fund(AppraisalSummary appraisal, @Nullable Integer number, PooledFund fund, int seen) {
		ProForma proForma = this.desk.open(appraisal);
		PooledFund known = (number != null) ? fund(proForma, number) : null;
		if (known != null && known.says(fund)) {
			return;
		}
		int version = Desk.next((known != null) ? known.version() : null, (known != null) ? seen : -1);
		int at = (known != null) ? known.number() : proForma.funds().size() + 1;
		this.store.fund(proForma.id(), new PooledFund(at, fund.partner(), fund.purpose(), fund.amount(),
				fund.functions(), version, this.desk.by(), this.desk.now(), null));
		this.desk.changed(appraisal, proForma, "pro-forma.pooled-fund",
				"Noted pooled fund %d with %s: %s".formatted(at, fund.partner(), fund.amountWords()),
				(known != null) ? known.purpose() : null, fund.purpose());
	}

	/** Withdraw a pooled fund. */
	@Transactional
	void withdrawFund(AppraisalSummary appraisal, int number, String reason) {
		ProForma proForma = this.desk.open(appraisal);
		PooledFund known = fund(proForma, number);
		this.store.fund(proForma.id(), new PooledFund(number, known.partner(), known.purpose(), known.amount(),
				known.functions(), known.version() + 1, this.desk.by(), this.desk.now(), reason));
		this.desk.changed(appraisal, proForma, "pro-forma.pooled-fund-withdrawn",
				"Withdrew pooled fund %d with %s".formatted(number, known.partner()), known.purpose(), reason);
	}

	static PooledFund fund(ProForma proForma, int number) {
		return proForma.standingFunds()
			.stream()
			.filter((fund) -> fund.number() == number)
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no such pooled fund."));
	}

	/** Give up a pro forma that was not submitted. */
	@Transactional
	void giveUp(AppraisalSummary appraisal, String reason) {
		ProForma proForma = this.desk.open(appraisal);
		this.store.giveUp(proForma.id(), reason, this.desk.by(), this.desk.now());
		this.desk.tell(SubmissionEvent.because(appraisal.id(), "pro-forma.given-up", "Gave up the pro forma", reason,
				Map.of("number", proForma.number())));
	}

}
