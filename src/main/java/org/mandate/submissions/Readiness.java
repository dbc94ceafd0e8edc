package org.mandate.submissions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.London;
import org.mandate.guidance.Edition;
import org.mandate.mandates.Mandate;
import org.mandate.mandates.MandateTest;

/**
 * What stands between a pro forma and its submission: both parts complete (guidance, rule
 * "both-sections-complete"), attested, the governing body's approval of this model, and
 * the members' mandate, proven or overridden by the accountable officer.
 *
 * @param gaps what is missing, in the order in which it is got
 */
public record Readiness(List<Gap> gaps) {

	public Readiness {
		gaps = List.copyOf(gaps);
	}

	/**
	 * Something that is missing.
	 *
	 * @param text what, in a sentence
	 * @param path where it is got, below the organisation's address
	 */
	public record Gap(String text, String path) {
	}

	/**
	 * That the governing body approved a recommendation.
	 *
	 * @param model key of the model it approved
	 * @param modelName its name
	 * @param metOn the day of its meeting
	 */
	public record Approval(String model, String modelName, LocalDate metOn) {
	}

	/** Whether nothing is missing. */
	public boolean isReady() {
		return this.gaps.isEmpty();
	}

	/**
	 * What is missing.
	 * @param proForma the pro forma
	 * @param edition the guidance
	 * @param approval what the governing body approved last; null where it did not
	 * @param mandate the members' mandate at the moment of submission
	 * @param day of the submission, in London
	 * @param base address of the appraisal, below the organisation's
	 */
	static Readiness of(ProForma proForma, Edition edition, @Nullable Approval approval, Mandate mandate, LocalDate day,
			String base) {
		List<Gap> gaps = new ArrayList<>();
		String here = base + "/submission";
		for (ProFormaField field : proForma.empty(edition)) {
			gaps.add(new Gap("The CCG's part lacks: " + field.label() + ".", here + "/fields/" + field.slug()));
		}
		if (proForma.areaTeam() == null) {
			gaps.add(new Gap("The area team's part is empty.", here + "/area-team"));
		}
		for (ChecklistItem item : proForma.notReady()) {
			gaps.add(new Gap("The checklist lacks: " + item.label() + ".", here + "/checklist/" + item.slug()));
		}
		for (Attestation.Office office : Attestation.Office.values()) {
			if (proForma.attested(office) == null) {
				gaps.add(new Gap(unattested(proForma, office), here + "/attestations/" + office.slug()));
			}
		}
		String approved = unapproved(proForma, edition, approval, day);
		if (approved != null) {
			gaps.add(new Gap(approved, base + "/recommendation"));
		}
		for (MandateTest test : mandate.outstanding()) {
			gaps.add(new Gap("Members' mandate: %s is %s, and the accountable officer has not overridden it."
				.formatted(quoted(test.title()), test.state().label().toLowerCase(Locale.UK)), base + "/mandate"));
		}
		return new Readiness(gaps);
	}

	private static String unattested(ProForma proForma, Attestation.Office office) {
		return (proForma.voided(office) != null)
				? "The pro forma was changed after the %s attested, so the attestation is void."
					.formatted(office.inSentence())
				: "The %s has not attested.".formatted(office.inSentence());
	}

	private static @Nullable String unapproved(ProForma proForma, Edition edition, @Nullable Approval approval,
			LocalDate day) {
		String model = edition.model(proForma.model()).name();
		if (approval == null) {
			return "The governing body has not approved %s.".formatted(model);
		}
		if (!approval.model().equals(proForma.model())) {
			return "The governing body approved %s, and the pro forma is for %s.".formatted(approval.modelName(),
					model);
		}
		return approval.metOn().isAfter(day) ? "The governing body approved %s on %s, after the day of the submission."
			.formatted(model, London.date(approval.metOn())) : null;
	}

	private static String quoted(String title) {
		return "“" + title + "”";
	}

}
