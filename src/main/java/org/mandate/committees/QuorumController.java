package org.mandate.committees;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.forms.Choice;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * When a committee is quorate: the rule is put together part by part, and tried on
 * people.
 */
@Controller
@RequestMapping("/{org}/committees/{committee}")
class QuorumController {

	private static final List<Choice> ROLES = Choice.all(SeatRole.values(), SeatRole::label);

	private static final List<Choice> COUNTED = Choice.all(Quorum.Counted.values(), Quorum.Counted::label);

	private static final List<Choice> PORTIONS = Arrays.stream(Quorum.Portion.values())
		.map((portion) -> Choice.of(portion.name(),
				portion.words().substring(0, 1).toUpperCase(Locale.UK) + portion.words().substring(1)))
		.toList();

	private static final List<Choice> COMBINE = List.of(Choice.of("all", "All of the parts"),
			Choice.of("any", "Any one of the parts"));

	private final Committees committees;

	QuorumController(Committees committees) {
		this.committees = committees;
	}

	/** Who is picked. */
	public record Attendance(List<String> present) {
	}

	/** Somebody who may be picked. */
	private static Choice picked(Roster.Sitting sitting) {
		Roster.Office office = sitting.office();
		return new Choice(sitting.seat().toString(), sitting.name(),
				sitting.title() + ". " + sitting.role().label()
						+ (sitting.voting() ? ", with a vote" : ", without a vote")
						+ ((office != null) ? ", " + office.label().toLowerCase(Locale.UK) : ""));
	}

	@GetMapping("/quorum")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String rule(@PathVariable String committee, Model model) {
		Committee known = known(committee, model);
		return page(QuorumForm.of(known), null, known.quorumWords(), null, model);
	}

	@PostMapping("/quorum")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String press(@PathVariable String committee, @RequestParam MultiValueMap<String, String> sent, Model model,
			RedirectAttributes redirect) {
		Committee known = known(committee, model);
		String pressed = Objects.requireNonNullElse(sent.getFirst("act"), "read");
		QuorumForm form = QuorumForm.sent(sent).after(pressed);
		BindingResult errors = new BeanPropertyBindingResult(form, "typed");
		Quorum quorum = form.quorum(errors).orElse(null);
		String words = (quorum != null) ? quorum.words() : null;
		if (!pressed.equals("save")) {
			return page(form, pressed.equals("read") ? errors : null, words, null, model);
		}
		if (quorum != null) {
			try {
				this.committees.rule(known.id(), quorum, form.seen());
				redirect.addFlashAttribute("notice", "The quorum is saved.");
				return CommitteeController.ONE;
			}
			catch (CommitteeRefused ex) {
				CommitteeController.refuse(errors, ex);
			}
			catch (ChangedMeanwhile | OptimisticLockingFailureException | DataIntegrityViolationException ex) {
				Committee theirs = known(committee, model);
				return page(form.over(theirs), null, words, theirs, model);
			}
		}
		return page(form, errors, words, null, model);
	}

	@GetMapping("/quorum/removal")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String removal(@PathVariable String committee, Model model) {
		model.addAttribute("typed", QuorumRemoval.of(known(committee, model)));
		return "committees/quorum-removal";
	}

	@PostMapping("/quorum/removal")
	@AllowedTo({ Role.ADMINISTRATOR, Role.COMMISSIONING_MANAGER })
	String remove(@PathVariable String committee, @ModelAttribute("typed") QuorumRemoval form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		String reason = form.checked(errors);
		if (!errors.hasErrors()) {
			try {
				this.committees.removeQuorum(CommitteeId.of(committee), reason, form.seen());
				redirect.addFlashAttribute("notice",
						"The quorum is removed. Put another together before the committee meets.");
				return CommitteeController.ONE;
			}
			catch (CommitteeRefused ex) {
				CommitteeController.refuse(errors, ex);
			}
			catch (ChangedMeanwhile | OptimisticLockingFailureException ex) {
				Committee theirs = known(committee, model);
				model.addAttribute("typed", form.over(theirs));
				model.addAttribute("theirs", theirs);
				return "committees/quorum-removal";
			}
		}
		known(committee, model);
		return "committees/quorum-removal";
	}

	@GetMapping("/quorum/trial")
	@AllowedTo
	String trial(@PathVariable String committee, @RequestParam(required = false) @Nullable List<String> present,
			@RequestParam(required = false) @Nullable String asked, Model model) {
		Committee known = known(committee, model);
		Roster roster = known.roster(this.committees.today());
		List<String> picked = (present != null) ? present : List.of();
		List<UUID> seats = roster.sittings()
			.stream()
			.map(Roster.Sitting::seat)
			.filter((seat) -> picked.contains(seat.toString()))
			.toList();
		Quorum quorum = known.quorum();
		boolean ask = (asked != null || !picked.isEmpty()) && quorum != null;
		model.addAttribute("finding", (ask && quorum != null) ? quorum.evaluate(roster, seats) : null);
		model.addAttribute("number", seats.size());
		model.addAttribute("attendance", new Attendance(picked));
		model.addAttribute("sitting", roster.sittings().stream().map(QuorumController::picked).toList());
		return "committees/trial";
	}

	private Committee known(String committee, Model model) {
		Committee known = this.committees.one(CommitteeId.of(committee));
		model.addAttribute("committee", known);
		return known;
	}

	private static String page(QuorumForm form, @Nullable BindingResult errors, @Nullable String words,
			@Nullable Committee theirs, Model model) {
		model.addAttribute("typed", form);
		if (errors != null) {
			model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "typed", errors);
		}
		model.addAttribute("words", words);
		model.addAttribute("theirs", theirs);
		model.addAttribute("roleChoices", ROLES);
		model.addAttribute("countedChoices", COUNTED);
		model.addAttribute("portionChoices", PORTIONS);
		model.addAttribute("combineChoices", COMBINE);
		return "committees/quorum";
	}

}
