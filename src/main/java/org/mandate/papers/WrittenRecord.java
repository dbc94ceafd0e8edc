package org.mandate.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.coversheets.Act;
import org.mandate.coversheets.Approval;
import org.mandate.coversheets.Approvals;
import org.mandate.coversheets.CoverSheet;
import org.mandate.coversheets.CoverSheets;
import org.mandate.coversheets.CoverStatement;
import org.mandate.documents.Markdown;
import org.mandate.facts.Fact;
import org.mandate.facts.FactSheet;
import org.mandate.facts.Facts;
import org.mandate.forms.London;
import org.mandate.narratives.Narratives;
import org.mandate.narratives.Section;

import org.springframework.stereotype.Component;

/**
 * Collects what people wrote for the paper: its cover sheet with the officers' approvals,
 * and its narrative sections with the figures they refer to. Within the facade's
 * transactions.
 */
@Component
class WrittenRecord {

	private final CoverSheets covers;

	private final Approvals approvals;

	private final Narratives narratives;

	private final Facts facts;

	WrittenRecord(CoverSheets covers, Approvals approvals, Narratives narratives, Facts facts) {
		this.covers = covers;
		this.approvals = approvals;
		this.narratives = narratives;
		this.facts = facts;
	}

	/** The cover sheet; null while neither it nor an approval says anything. */
	@Nullable CoverPage cover(AppraisalSummary appraisal) {
		CoverSheet sheet = this.covers.of(appraisal).orElse(null);
		List<Approval> approvals = this.approvals.of(appraisal);
		boolean none = approvals.stream().allMatch((approval) -> approval.state() == Approval.State.NOT_ASKED);
		if (sheet == null && none) {
			return null;
		}
		List<CoverPage.Approval> said = approvals.stream()
			.map((approval) -> new CoverPage.Approval(approval.office().label(), words(approval)))
			.toList();
		if (sheet == null) {
			return new CoverPage(null, null, "For decision", null, null, null, null, said);
		}
		CoverStatement statement = sheet.statement();
		CoverStatement.Purpose purpose = statement.purpose();
		return new CoverPage(statement.title(), statement.paperNumber(),
				(purpose != null) ? purpose.label() : "For decision", sheet.meetingOn(), conflicts(statement),
				statement.author(), statement.lead(), said);
	}

	private static @Nullable String conflicts(CoverStatement statement) {
		CoverStatement.Conflicts conflicts = statement.conflicts();
		if (conflicts == null) {
			return null;
		}
		return (statement.conflictsDetail() != null)
				? "%s. %s".formatted(conflicts.label(), statement.conflictsDetail()) : conflicts.label();
	}

	private static String words(Approval approval) {
		Act last = approval.last();
		String officer = approval.officer();
		String who = (officer != null) ? officer : "Nobody";
		return switch (approval.state()) {
			case NOT_ASKED -> "Not asked";
			case ASKED -> "%s was asked and has not answered".formatted(who);
			case GIVEN -> "Approved by %s%s".formatted(who, on(last));
			case REFUSED -> "Refused by %s%s%s".formatted(who, on(last), reason(last));
			case VOID -> "Void: %s".formatted((approval.outdated() != null) ? approval.outdated() : "the text changed");
			case NOT_NEEDED -> "Not needed%s".formatted(reason(last));
		};
	}

	private static String on(@Nullable Act act) {
		return (act != null) ? ", " + London.date(act.at()) : "";
	}

	private static String reason(@Nullable Act act) {
		return (act != null && act.reason() != null) ? ": " + act.reason() : "";
	}

	/**
	 * The sections that are written; figures are looked up only where a text refers to
	 * any.
	 */
	List<Narrative> narratives(AppraisalSummary appraisal, boolean showsOpenBallot) {
		Map<Section, org.mandate.narratives.Narrative> written = this.narratives.of(appraisal);
		FactSheet sheet = written.values().stream().anyMatch((each) -> !Markdown.references(each.text()).isEmpty())
				? this.facts.of(appraisal, showsOpenBallot) : new FactSheet(List.of());
		List<Narrative> found = new ArrayList<>();
		for (Section section : Section.values()) {
			org.mandate.narratives.Narrative narrative = written.get(section);
			if (narrative != null && narrative.isWritten()) {
				found.add(new Narrative(section.slug(), section.label(), narrative.text(),
						Markdown.references(narrative.text()).stream().map((key) -> reference(sheet, key)).toList(),
						narrative.version(), narrative.savedBy(), narrative.savedAt()));
			}
		}
		return found;
	}

	private static Narrative.Reference reference(FactSheet sheet, String key) {
		Fact fact = sheet.find(key).orElse(null);
		return (fact != null) ? new Narrative.Reference(key, fact.value(), fact.path())
				: new Narrative.Reference(key, null, null);
	}

}
