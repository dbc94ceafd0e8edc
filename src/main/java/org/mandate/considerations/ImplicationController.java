package org.mandate.considerations;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Member;
import org.mandate.access.Role;
import org.mandate.appraisals.AppraisalSummary;
import org.mandate.appraisals.Appraisals;
import org.mandate.database.NotFound;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The nine implications, and the other longer texts of the appraisal.
 */
@Controller
class ImplicationController {

	private static final int LONGEST = 20_000;

	private static final List<Map<String, String>> CHOICES = List.of(
			Map.of("value", "yes", "text", "There are implications, or it can be said that there are none"),
			Map.of("value", "no", "text", "Not applicable"));

	private final Appraisals appraisals;

	private final Statements statements;

	ImplicationController(Appraisals appraisals, Statements statements) {
		this.appraisals = appraisals;
		this.statements = statements;
	}

	/**
	 * What is typed.
	 *
	 * @param applies "yes" or "no"; only asked of an implication
	 * @param version of what the person saw, -1 for nothing
	 */
	public record StatementForm(@Nullable String applies, @Nullable String text, @Nullable String source,
			@Nullable String version) {

		static StatementForm of(@Nullable Statement known) {
			return (known == null) ? new StatementForm(null, "", "", "-1")
					: new StatementForm(known.applies() ? "yes" : "no", known.text(), known.source(),
							Integer.toString(known.saved().version()));
		}

		private void check(BindingResult errors, Subject subject) {
			boolean given = "yes".equals(this.applies) || "no".equals(this.applies);
			if (subject.isImplication() && !given) {
				errors.rejectValue("applies", "missing", "Choose whether it applies");
			}
			new TextCheck(errors)
				.prose("text", this.text, "The text", LONGEST,
						"no".equals(this.applies) ? "Enter why it does not apply" : "Enter what there is to say")
				.prose("source", this.source, "The source", 300,
						"Enter where this is from, such as a paper and its section");
		}

		private StatementText said(Subject subject) {
			return new StatementText(!subject.isImplication() || "yes".equals(this.applies), Typed.text(this.text),
					Typed.text(this.source));
		}

	}

	/**
	 * A subject and what is said of it.
	 *
	 * @param subject which
	 * @param statement null while nothing is
	 */
	public record Row(Subject subject, @Nullable Statement statement) {

		/** "Filled in", "Not applicable", "Missing". */
		public String status() {
			if (this.statement == null) {
				return "Missing";
			}
			return this.statement.applies() ? "Filled in" : "Not applicable";
		}

	}

	@GetMapping("/{org}/appraisals/{year}/implications")
	@AllowedTo
	String all(@PathVariable String year, Member member, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Map<Subject, Statement> known = this.statements.of(appraisal);
		List<Row> nine = Subject.implications()
			.stream()
			.map((subject) -> new Row(subject, known.get(subject)))
			.toList();
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("nine", nine);
		model.addAttribute("given", nine.stream().filter((row) -> row.statement() != null).count());
		model.addAttribute("missing", Words
			.list(nine.stream().filter((row) -> row.statement() == null).map((row) -> row.subject().label()).toList()));
		model.addAttribute("others", List.of(new Row(Subject.CONFLICTS, known.get(Subject.CONFLICTS)),
				new Row(Subject.OTHER_OPTIONS, known.get(Subject.OTHER_OPTIONS))));
		model.addAttribute("mayChange", member.is(Role.COMMISSIONING_MANAGER));
		return "considerations/implications";
	}

	@GetMapping("/{org}/appraisals/{year}/implications/{subject}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String one(@PathVariable String year, @PathVariable("subject") String slug, Model model) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Subject subject = subject(slug);
		model.addAttribute("typed", StatementForm.of(this.statements.of(appraisal).get(subject)));
		return page(appraisal, subject, null, model);
	}

	@PostMapping("/{org}/appraisals/{year}/implications/{subject}")
	@AllowedTo(Role.COMMISSIONING_MANAGER)
	String save(@PathVariable String year, @PathVariable("subject") String slug,
			@ModelAttribute("typed") StatementForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		AppraisalSummary appraisal = this.appraisals.of(year);
		Subject subject = subject(slug);
		form.check(errors, subject);
		if (errors.hasErrors()) {
			return page(appraisal, subject, null, model);
		}
		try {
			this.statements.record(appraisal, subject, form.said(subject), Typed.version(form.version()));
		}
		catch (EntryChanged | OptimisticLockingFailureException | DataIntegrityViolationException ex) {
			Statement theirs = this.statements.of(appraisal).get(subject);
			Bound.to(new StatementForm(form.applies(), form.text(), form.source(),
					(theirs != null) ? Integer.toString(theirs.saved().version()) : "-1"), model);
			return page(appraisal, subject,
					(theirs != null)
							? Theirs.of(theirs.saved(), "Their choice", theirs.applies() ? "Applies" : "Not applicable",
									"Their words", theirs.text(), "Their source", theirs.source())
							: null,
					model);
		}
		redirect.addFlashAttribute("notice", subject.label() + ": saved.");
		return (subject == Subject.CAPACITY) ? "redirect:/{org}/appraisals/{year}/capacity"
				: "redirect:/{org}/appraisals/{year}/implications";
	}

	private static String page(AppraisalSummary appraisal, Subject subject, @Nullable Theirs theirs, Model model) {
		model.addAttribute("appraisal", appraisal);
		model.addAttribute("subject", subject);
		model.addAttribute("place", (subject == Subject.CAPACITY) ? "/capacity" : "/implications");
		model.addAttribute("ask", ask(subject));
		model.addAttribute("theirs", theirs);
		model.addAttribute("choices", CHOICES);
		model.addAttribute("longest", LONGEST);
		return "considerations/statement";
	}

	private static Subject subject(String slug) {
		return Subject.of(slug).orElseThrow(() -> new NotFound("There is no such subject."));
	}

	/** What the text is to say. */
	private static String ask(Subject subject) {
		return switch (subject) {
			case FINANCIAL -> "What the change costs or saves, and what is not known yet.";
			case LEGAL -> "Powers, duties and the constitution.";
			case PERSONNEL -> "Staff and member practices: who is affected, and how they are involved.";
			case IT -> "Systems and data that would have to change.";
			case EQUALITIES -> "Who might gain or lose, and what is done about it.";
			case HEALTH_AND_SAFETY -> "Anything that changes for the safety of people.";
			case ENVIRONMENTAL -> "Anything that changes for the environment.";
			case PROPERTY -> "Premises and assets.";
			case RISK -> "The risks in short; each has its own entry under Risks.";
			case CAPACITY -> "Whether the people you have are enough, option by option.";
			case CONFLICTS -> "Which conflicts of interest may arise, and how they are managed.";
			case OTHER_OPTIONS -> "Which other options were looked at, and why they were not preferred.";
		};
	}

}
