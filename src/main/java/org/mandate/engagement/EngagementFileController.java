package org.mandate.engagement;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.forms.TableDownload;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The whole log as a file, what was withdrawn among it: an engagement, a window for
 * objections or an objection in each row.
 */
@Controller
@AllowedTo
class EngagementFileController {

	private static final List<String> HEADER = List.of("Number", "Kind", "Audience", "Who", "Partner body", "Held",
			"When", "First day", "Last day", "How", "Took part for the CCG", "Told or asked", "What was said",
			"Documents", "What changed", "Source", "Withdrawn because", "Saved by", "Saved at");

	private final Appraisals appraisals;

	private final Engagements engagements;

	private final ObjectionWindows windows;

	EngagementFileController(Appraisals appraisals, Engagements engagements, ObjectionWindows windows) {
		this.appraisals = appraisals;
		this.engagements = engagements;
		this.windows = windows;
	}

	@GetMapping({ "/{org}/appraisals/{year}/engagement/log.csv", "/{org}/appraisals/{year}/engagement/log.xlsx" })
	ResponseEntity<byte[]> file(@PathVariable String org, @PathVariable String year, HttpServletRequest request) {
		return TableDownload.of(request, "engagement-" + org + "-" + year, HEADER, rows(year));
	}

	private List<List<String>> rows(String year) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		List<List<String>> rows = new ArrayList<>();
		this.engagements.all(appraisal).forEach((entry) -> rows.add(row(entry)));
		for (ObjectionWindow window : this.windows.all(appraisal)) {
			rows.add(row(window));
			window.objections().forEach((objection) -> rows.add(row(window, objection)));
		}
		return rows;
	}

	private static List<String> row(Engagement entry) {
		EngagementStatement said = entry.statement();
		When when = said.when();
		return List.of(Integer.toString(entry.number()), "Engagement", said.audience().label(), said.who(),
				text(entry.partnerName()), said.held() ? "Held" : "Planned", when.words(), text(when.from()),
				text(when.to()), said.how().label(), text(said.tookPart()), said.asked(),
				said.comments().stream().map(EngagementStatement.Comment::line).collect(Collectors.joining("\n")),
				said.documents()
					.stream()
					.map((document) -> document.title() + " (" + document.place() + ")")
					.collect(Collectors.joining("\n")),
				said.changed().words(), text(said.source()), text(entry.withdrawnReason()), entry.recordedBy(),
				entry.recordedAt().toString());
	}

	private static List<String> row(ObjectionWindow window) {
		ObjectionWindow.Statement said = window.statement();
		When opened = said.opened();
		return List.of(Integer.toString(window.number()), "Objection window", said.audience().label(),
				"Reached " + said.reachedWords(), "", "",
				"From %s; until: %s".formatted(opened.words(), said.untilWords()), text(opened.from()),
				(said.until() != null) ? said.until().on().toString() : "", said.how(), "", said.put(),
				window.finding(), "", "", text(said.source()), text(window.withdrawnReason()), window.recordedBy(),
				window.recordedAt().toString());
	}

	private static List<String> row(ObjectionWindow window, ObjectionWindow.Objection objection) {
		ObjectionWindow.Said said = objection.statement();
		return List.of("%d.%d".formatted(window.number(), objection.number()), "Objection",
				window.statement().audience().label(), said.who(), "", window.timing(objection).label(), said.exactly(),
				said.received().toString(), said.received().toString(), "", "", "", said.words(), "",
				(said.reply() != null) ? "Reply: " + said.reply() : "No reply on record", "",
				text(objection.withdrawnReason()), objection.recordedBy(), objection.recordedAt().toString());
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

}
