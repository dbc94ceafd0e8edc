package org.mandate.submissions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.forms.London;
import org.mandate.guidance.Edition;
import org.mandate.mandates.Mandate;
import org.mandate.mandates.MandateTest;
import org.mandate.organisations.Organisation;

/**
 * Writes a pro forma out: what is shown, submitted and kept.
 */
final class ProFormaWriter {

	private final ProForma proForma;

	private final Edition edition;

	private final Mandate mandate;

	private final List<ProFormaContent.Section> sections = new ArrayList<>();

	private ProFormaWriter(ProForma proForma, Edition edition, Mandate mandate) {
		this.proForma = proForma;
		this.edition = edition;
		this.mandate = mandate;
	}

	/**
	 * Everything a pro forma says.
	 * @param at when it is submitted; null for a draft
	 * @param submitted what is said of the submission; null for a draft
	 */
	static ProFormaContent write(ProForma proForma, AppraisalSummary appraisal, Organisation organisation,
			Edition edition, Mandate mandate, @Nullable Instant at, @Nullable String submitted) {
		ProFormaWriter writer = new ProFormaWriter(proForma, edition, mandate);
		writer.ccg();
		writer.areaTeam();
		writer.checklist();
		writer.mandate();
		writer.attestations();
		return new ProFormaContent("%s (%s)".formatted(organisation.name(), organisation.code()),
				edition.model(proForma.model()).name(), appraisal.year().label(), proForma.number(),
				proForma.revision(), (at != null) ? at : proForma.changedAt(), submitted, writer.sections);
	}

	private void ccg() {
		for (ProFormaField.Group group : ProFormaField.Group.values()) {
			List<ProFormaContent.Row> rows = new ArrayList<>();
			for (ProFormaField field : ProFormaField.of(this.edition, this.proForma.model())) {
				if (field.group() == group) {
					rows.add(row(field));
				}
			}
			if (group == ProFormaField.Group.FINANCE) {
				this.proForma.standingFunds()
					.forEach((fund) -> rows.add(new ProFormaContent.Row("Pooled fund with " + fund.partner(),
							fund.amountWords() + ": " + fund.purpose()
									+ "\nIt serves these functions of the CCG's own: " + fund.functions(),
							PooledFund.RULE)));
			}
			this.sections.add(new ProFormaContent.Section(
					"CCG's part: " + group.label().toLowerCase(Locale.UK).replace("ccg", "CCG"), rows));
		}
	}

	private ProFormaContent.Row row(ProFormaField field) {
		Answer answer = this.proForma.answers().get(field);
		if (answer == null) {
			return new ProFormaContent.Row(field.label(), "", null);
		}
		String note = null;
		if (answer.isAsRecorded()) {
			note = "From the record: " + answer.source();
		}
		else if (answer.isEdited()) {
			note = "From the record and edited: " + answer.source();
		}
		return new ProFormaContent.Row(field.label(), answer.text(), note);
	}

	private void areaTeam() {
		AreaTeamPart part = this.proForma.areaTeam();
		List<ProFormaContent.Row> rows = (part == null) ? List.of(new ProFormaContent.Row("Area team", "", null))
				: List.of(new ProFormaContent.Row("Lead of the area team", part.lead(), null),
						new ProFormaContent.Row("Support", part.support().label(), null),
						new ProFormaContent.Row("View", part.view(), null),
						new ProFormaContent.Row("Date", London.date(part.givenOn()), "Entered by " + part.savedBy()));
		this.sections.add(new ProFormaContent.Section("NHS England's part: area team", rows));
	}

	private void checklist() {
		List<ProFormaContent.Row> rows = new ArrayList<>();
		for (ChecklistItem item : ChecklistItem.values()) {
			ChecklistEntry entry = this.proForma.checklist().get(item);
			rows.add(new ProFormaContent.Row(item.label(),
					(entry != null) ? entry.state().label() + ". " + entry.words() : "", null));
		}
		this.sections.add(new ProFormaContent.Section("Checklist of documents", rows));
	}

	private void mandate() {
		List<ProFormaContent.Row> rows = new ArrayList<>();
		for (MandateTest test : this.mandate.tests()) {
			rows.add(
					new ProFormaContent.Row(test.title(),
							test.state().label()
									+ ((test.findings().isEmpty()) ? "" : ". " + String.join(" ", test.findings())),
							null));
		}
		Mandate.Override override = this.mandate.override();
		if (override != null && !this.mandate.failed().isEmpty()) {
			List<String> titles = this.mandate.failed()
				.stream()
				.filter((test) -> override.topics().contains(test.topic()))
				.map(MandateTest::title)
				.toList();
			rows.add(new ProFormaContent.Row("Override by the accountable officer", override.reason(),
					"%s, %s. Overridden: %s".formatted(override.by(), London.instant(override.at()),
							String.join("; ", titles))));
		}
		if (!rows.isEmpty()) {
			this.sections.add(new ProFormaContent.Section("Members' mandate", rows));
		}
	}

	private void attestations() {
		List<ProFormaContent.Row> rows = new ArrayList<>();
		for (Attestation.Office office : Attestation.Office.values()) {
			Attestation attestation = this.proForma.attested(office);
			rows.add(new ProFormaContent.Row(office.label(),
					(attestation != null) ? attestation.name() + ": " + Attestation.WORDS : "",
					(attestation != null) ? attestation.when() : null));
		}
		this.sections.add(new ProFormaContent.Section("Attestations", rows));
	}

}
