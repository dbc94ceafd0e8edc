package org.mandate.submissions;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.AsAt;
import org.mandate.appraisals.Milestone;
import org.mandate.database.NotFound;
import org.mandate.guidance.Edition;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What the pages about a proposal have in common.
 */
@Component
class SubmissionPages {

	private final Appraisals appraisals;

	private final ProFormas proFormas;

	private final Desk desk;

	SubmissionPages(Appraisals appraisals, ProFormas proFormas, Desk desk) {
		this.appraisals = appraisals;
		this.proFormas = proFormas;
		this.desk = desk;
	}

	/** What a page is about. */
	AppraisalSummary appraisal(String org, String year, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("org", org);
		model.addAttribute("base", "/" + org + appraisal.path());
		return appraisal;
	}

	/**
	 * The current pro forma.
	 * @throws NotFound if there is none
	 */
	ProForma proForma(AppraisalSummary appraisal, Model model) {
		ProForma proForma = this.proFormas.current(appraisal).orElseThrow(Desk::none);
		model.addAttribute("proForma", proForma);
		return proForma;
	}

	/**
	 * The same, for a page on which it is changed.
	 * @throws NotNow if it can no longer be changed
	 */
	ProForma open(AppraisalSummary appraisal, Model model) {
		ProForma proForma = proForma(appraisal, model);
		if (!proForma.isOpen()) {
			throw new NotNow(proForma.isSubmitted()
					? "The pro forma was submitted and is frozen. Withdraw the submission first to change it."
					: "The pro forma was given up. Begin another one.");
		}
		return proForma;
	}

	/**
	 * The same, for a page about its submission.
	 * @throws NotNow if none stands
	 */
	ProForma submitted(AppraisalSummary appraisal, Model model) {
		ProForma proForma = proForma(appraisal, model);
		if (!proForma.isSubmitted()) {
			throw new NotNow("The pro forma has not been submitted. Submit it first.");
		}
		return proForma;
	}

	Edition edition(AppraisalSummary appraisal) {
		return this.desk.edition(appraisal);
	}

	List<Milestone> milestones(AppraisalSummary appraisal) {
		return this.appraisals.milestones(appraisal);
	}

	AsAt asAt(AppraisalSummary appraisal, @Nullable String asked) {
		return this.appraisals.asAt(appraisal, asked);
	}

	/**
	 * A group of fields of the CCG's part.
	 *
	 * @param label its heading
	 * @param lines its fields
	 */
	public record FieldGroup(String label, List<FieldLine> lines) {
	}

	/**
	 * A field of the CCG's part.
	 *
	 * @param field which
	 * @param answer what it says; null while it is empty
	 * @param offer what the record says; null where it says nothing
	 */
	public record FieldLine(ProFormaField field, @Nullable Answer answer, @Nullable Offer offer) {

		/** Whether the record has changed since. */
		public boolean changed() {
			return Offer.changed(this.offer, this.answer);
		}

		/** How far it is, in a word. */
		public String state() {
			if (this.answer == null) {
				return "Empty";
			}
			return changed() ? "Record has changed" : "Filled in";
		}

		/** The colour of its tag. */
		public String colour() {
			if (this.answer == null) {
				return "grey";
			}
			return changed() ? "orange" : "green";
		}

		/** Where it comes from, or could come from, in a line. */
		public String note() {
			if (this.answer == null) {
				return (this.offer != null) ? "On record: " + this.offer.source() : "Not on record";
			}
			if (this.answer.isAsRecorded()) {
				return "As on record: " + this.answer.source();
			}
			return this.answer.isEdited() ? "On record and edited: " + this.answer.source()
					: "Written for the pro forma";
		}

	}

	/** The fields of a pro forma by heading. */
	static List<FieldGroup> fields(Edition edition, ProForma proForma, Prefill.@Nullable Offers offers) {
		List<FieldGroup> groups = new ArrayList<>();
		for (ProFormaField.Group group : ProFormaField.Group.values()) {
			List<FieldLine> lines = ProFormaField.of(edition, proForma.model())
				.stream()
				.filter((field) -> field.group() == group)
				.map((field) -> new FieldLine(field, proForma.answers().get(field),
						(offers != null) ? offers.of(field) : null))
				.toList();
			groups.add(new FieldGroup(group.label(), lines));
		}
		return groups;
	}

}
