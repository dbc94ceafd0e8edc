package org.mandate.mandates;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.mandate.appraisals.Milestone;
import org.mandate.appraisals.Milestone.Kind;
import org.mandate.constitution.Amendment;
import org.mandate.constitution.Unchanged;
import org.mandate.forms.London;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;

/**
 * Whether the constitution is amended with the members (003, Key points, 5; 002, Changes
 * to a CCG Constitution; law firm's summary, Model 2): each amendment agreed by the
 * members, before the proposal was submitted, and sent by the right route; or it is
 * stated that none is needed.
 */
final class ConstitutionEvaluator {

	private ConstitutionEvaluator() {
	}

	static void judge(Material material, List<Edition.Rule> rules, Judged judged) {
		Unchanged unchanged = material.unchanged();
		if (material.amendments().isEmpty()) {
			if (unchanged != null) {
				judged.supports(unchanged.statedOn(),
						"Stated that the constitution needs no amendment: "
								+ Objects.requireNonNullElse(unchanged.reason(), ""),
						material.path() + "/constitution");
			}
			else {
				judged.misses("No amendment of the constitution is on record, nor that none is needed.");
			}
		}
		for (Amendment amendment : material.amendments()) {
			agreed(material, amendment, judged);
			sent(material, amendment, judged);
		}
		if (unchanged == null || !material.amendments().isEmpty()) {
			judged.says(material.route().explanation());
		}
	}

	private static void agreed(Material material, Amendment amendment, Judged judged) {
		String name = "Amendment %d, “%s”,".formatted(amendment.number(), amendment.title());
		String path = amendment.path(material.path());
		LocalDate agreed = amendment.agreed();
		LocalDate refused = amendment.further().refused();
		if (refused != null) {
			judged.contradicts("%s was refused by the members on %s.".formatted(name, London.date(refused)));
			return;
		}
		if (agreed == null) {
			LocalDate proposed = amendment.proposed();
			judged.misses((proposed != null)
					? "%s was proposed to the members; that they agreed is not on record.".formatted(name)
					: "%s is not on record as proposed to the members.".formatted(name));
			return;
		}
		Milestone milestone = material.all(Kind.AMENDMENT_AGREED)
			.stream()
			.filter((each) -> Integer.toString(amendment.number()).equals(each.about()))
			.findFirst()
			.orElseGet(() -> Milestone.on(Kind.AMENDMENT_AGREED, Integer.toString(amendment.number()), agreed,
					"Amendment %d of the constitution agreed by the members".formatted(amendment.number()), null,
					path));
		if (material.isAfterSubmission(milestone)) {
			judged.contradicts(milestone, "%s was agreed by the members on %s, after the proposal was submitted %s."
				.formatted(name, London.date(agreed), Judged.on(material.submission().orElseThrow())));
		}
		else {
			judged.supports(milestone);
			if (!material.isBeforeSubmission(milestone)) {
				judged.misses("The record does not say whether %s was agreed before the proposal was submitted."
					.formatted("amendment " + amendment.number()));
			}
		}
	}

	private static void sent(Material material, Amendment amendment, Judged judged) {
		Deadline deadline = material.route().deadline();
		LocalDate day = (deadline != null) ? deadline.day() : null;
		LocalDate sent = amendment.submitted();
		if (sent != null) {
			if (day != null && sent.isAfter(day)) {
				judged.misses("Amendment %d was sent to NHS England on %s, after its route had ended on %s."
					.formatted(amendment.number(), London.date(sent), London.date(day)));
			}
			else {
				judged.supports(sent,
						"Amendment %d of the constitution sent to NHS England".formatted(amendment.number()),
						amendment.path(material.path()));
			}
		}
		else if (deadline != null && material.asAt().isPassed(deadline)) {
			judged.misses("Amendment %d is not on record as sent to NHS England, and its route ended on %s."
				.formatted(amendment.number(), deadline.words()));
		}
		LocalDate back = amendment.further().sentBack();
		if (back != null && amendment.approved() == null) {
			judged.misses("NHS England sent amendment %d back on %s.".formatted(amendment.number(), London.date(back)));
		}
	}

}
