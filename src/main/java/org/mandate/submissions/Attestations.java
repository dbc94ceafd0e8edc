package org.mandate.submissions;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.forms.London;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The attestations of the accountable officer and the audit committee chair: by name,
 * about the pro forma as it stands, void once it is changed.
 */
@Component
public class Attestations {

	private final ProFormaStore store;

	private final Desk desk;

	Attestations(ProFormaStore store, Desk desk) {
		this.store = store;
		this.desk = desk;
	}

	/**
	 * On paper, before it was recorded here.
	 *
	 * @param on the day
	 * @param evidence where the signed paper can be seen
	 */
	record Signed(LocalDate on, String evidence) {
	}

	/**
	 * Attest. The same again is recorded once.
	 * @param office as what
	 * @param by who attests, and holds the role of that office
	 * @param revision of the pro forma that they had before them
	 * @param signed where they signed on paper; null where they attest here
	 * @throws NotNow if the pro forma is not complete, or the same person attested for
	 * the other office
	 * @throws ChangedMeanwhile if it was changed since they read it
	 * @throws Refused if the day is in the future, or before the pro forma's guidance
	 */
	@Transactional
	void attest(AppraisalSummary appraisal, Attestation.Office office, Member by, int revision,
			@Nullable Signed signed) {
		if (!by.is(office.role())) {
			throw new IllegalArgumentException("Not the " + office.inSentence());
		}
		ProForma proForma = this.desk.open(appraisal);
		if (!proForma.isComplete(this.desk.edition(appraisal))) {
			throw new NotNow("Both parts and the checklist have to be complete before you attest: a later change would "
					+ "make it void.");
		}
		if (proForma.revision() != revision) {
			throw new ChangedMeanwhile();
		}
		for (Attestation.Office other : Attestation.Office.values()) {
			Attestation theirs = proForma.attested(other);
			if (theirs != null && theirs.person().equals(by.id().id())) {
				if (other == office) {
					return;
				}
				throw new NotNow("You attested as %s. Another person attests as %s.".formatted(other.inSentence(),
						office.inSentence()));
			}
		}
		if (signed != null && signed.on().isAfter(this.desk.today())) {
			throw new Refused("signedOn", "The day must not be in the future");
		}
		if (signed != null && signed.on().isBefore(this.desk.edition(appraisal).issuedOn())) {
			throw new Refused("signedOn", "The day must not be before the guidance was issued, on "
					+ London.date(this.desk.edition(appraisal).issuedOn()));
		}
		Attestation attestation = new Attestation(proForma.attestations().size() + 1, office, by.id().id(), by.name(),
				revision, (signed != null) ? signed.on() : null, (signed != null) ? signed.evidence() : null,
				this.desk.now());
		this.store.attest(proForma.id(), attestation);
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("number", proForma.number());
		details.put("revision", revision);
		details.put("words", Attestation.WORDS);
		if (signed != null) {
			details.put("signedOn", signed.on().toString());
			details.put("evidence", signed.evidence());
		}
		this.desk.tell(SubmissionEvent.of(appraisal.id(), "pro-forma.attested",
				"Attested as %s that the membership and the governing body have seen and agreed to the arrangements"
					.formatted(office.inSentence()),
				details));
	}

}
