package org.mandate.mandates;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.appraisals.AsAt;
import org.mandate.guidance.Deadline;
import org.mandate.guidance.Edition;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The members' mandate for a model, as the record answers its tests at a moment.
 */
@Controller
@RequestMapping("/{org}/appraisals/{year}/mandate")
class MandateController {

	private final Appraisals appraisals;

	private final Mandates mandates;

	private final ModelChoice choice;

	MandateController(Appraisals appraisals, Mandates mandates, ModelChoice choice) {
		this.appraisals = appraisals;
		this.mandates = mandates;
		this.choice = choice;
	}

	/**
	 * What the page shows.
	 *
	 * @param model whose tests
	 * @param recommended whether it is the recommended one
	 * @param models all that may be chosen
	 * @param seen the tests, and what there is besides
	 * @param asAt from when it looks
	 * @param asked that moment as somebody asked for it; null where nobody did
	 * @param edition title of the guidance
	 * @param deadline of the proposal in words; null where there is none
	 * @param submitted when the proposal was submitted, in words; null before
	 */
	public record Shown(Edition.Model model, boolean recommended, List<Edition.Model> models, Mandates.Seen seen,
			AsAt asAt, @Nullable String asked, String edition, @Nullable String deadline, @Nullable String submitted) {

		/** What links pass on of the moment that was asked for. */
		public String query() {
			return (this.asked != null) ? "?asAt=" + this.asked : "";
		}

		/** The same with a model. */
		public String query(String key) {
			return "?model=" + key + ((this.asked != null) ? "&asAt=" + this.asked : "");
		}

		/** What came out, in a sentence. */
		public String summary() {
			return this.seen.mandate().summary();
		}

		/** The tests that bind. */
		public List<MandateTest> tests() {
			return this.seen.mandate().tests();
		}

		/** Tests of another edition, for information. */
		public List<MandateTest> information() {
			return this.seen.information();
		}

		/** Evidence that was stated, withdrawn or not. */
		public List<StatedEvidence> stated() {
			return this.seen.stated();
		}

		/** The override that counts; null for none. */
		public Mandate.@Nullable Override standing() {
			return this.seen.mandate().override();
		}

		/** All of them, latest first. */
		public List<RecordedOverride> overrides() {
			return this.seen.overrides();
		}

		/** Whether a test fails. */
		public boolean fails() {
			return !this.seen.mandate().failed().isEmpty();
		}

		/** Whether a test is covered by the override. */
		public boolean covers(MandateTest test) {
			Mandate.Override override = standing();
			return test.failed() && override != null && override.topics().contains(test.topic());
		}

		/** The title of a test. */
		public String title(String topic) {
			return tests().stream()
				.filter((test) -> test.topic().equals(topic))
				.findFirst()
				.map(MandateTest::title)
				.orElse(topic);
		}

	}

	@GetMapping
	@AllowedTo
	String show(@PathVariable String year, @RequestParam(required = false) @Nullable String model,
			@RequestParam(required = false) @Nullable String asAt, Member member, Model page) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Edition edition = this.mandates.edition(appraisal);
		ModelChoice.Chosen chosen = this.choice.of(appraisal, model);
		AsAt moment = this.appraisals.asAt(appraisal, asAt);
		Mandates.Seen seen = this.mandates.seen(appraisal, chosen.key(), moment);
		Deadline deadline = seen.material().deadline();
		page.addAttribute("appraisal", appraisal);
		page.addAttribute("shown",
				new Shown(chosen.model(), chosen.recommended(), edition.models(), seen, moment,
						AsAt.asked(asAt).isPresent() ? asAt : null, edition.title(),
						(deadline != null) ? deadline.words() + nearness(moment, deadline) : null,
						seen.material().submission().map(Judged::when).orElse(null)));
		page.addAttribute("mayState", member.is(Role.COMMISSIONING_MANAGER));
		page.addAttribute("mayOverride", member.is(Role.ACCOUNTABLE_OFFICER));
		return "mandates/mandate";
	}

	private static String nearness(AsAt moment, Deadline deadline) {
		String near = moment.nearness(deadline);
		return (near != null) ? " (" + near.substring(0, 1).toLowerCase(Locale.UK) + near.substring(1) + ")" : "";
	}

}
