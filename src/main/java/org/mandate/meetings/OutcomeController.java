package org.mandate.meetings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.access.AllowedTo;
import org.mandate.access.Role;
import org.mandate.forms.Choice;
import org.mandate.forms.Typed;
import org.mandate.meetings.ItemForms.OutcomeForm;
import org.mandate.meetings.Outcome.Result;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Records how the committee left an item: the vote by name or by count, and what it
 * carried.
 */
@Controller
@RequestMapping("/{org}/meetings/{meeting}/items/{item}/outcome")
class OutcomeController {

	private static final String ITEM = "redirect:/{org}/meetings/{meeting}/items/{item}";

	private static final List<Choice> CHOICES = Choice.all(Vote.Choice.values(), Vote.Choice::label);

	private final Meetings meetings;

	private final Proceedings proceedings;

	OutcomeController(Meetings meetings, Proceedings proceedings) {
		this.meetings = meetings;
		this.proceedings = proceedings;
	}

	@GetMapping
	@AllowedTo({ Role.CHAIR, Role.COMMISSIONING_MANAGER, Role.ADMINISTRATOR })
	String ask(@PathVariable String meeting, @PathVariable String item, Model model) {
		Meeting known = this.meetings.one(MeetingId.of(meeting));
		AgendaItem of = known.item(MeetingId.parse(item));
		if (!known.open() || of.outcome() != null) {
			return ITEM;
		}
		return page(known, of, OutcomeForm.of(known, of, known.standing(of)), null, model);
	}

	@PostMapping
	@AllowedTo({ Role.CHAIR, Role.COMMISSIONING_MANAGER, Role.ADMINISTRATOR })
	String record(@PathVariable String meeting, @PathVariable String item,
			@RequestParam MultiValueMap<String, String> sent, Model model, RedirectAttributes redirect) {
		Meeting known = this.meetings.one(MeetingId.of(meeting));
		AgendaItem of = known.item(MeetingId.parse(item));
		if (!known.open()) {
			return ITEM;
		}
		OutcomeForm form = OutcomeForm.sent(sent, known.standing(of));
		BindingResult errors = new BeanPropertyBindingResult(form, "typed");
		Outcome outcome = form.outcome(of, errors);
		if (outcome != null) {
			try {
				this.proceedings.record(known.id(), of.id(), outcome, Typed.optional(form.notes()), form.version());
				redirect.addFlashAttribute("notice",
						"The outcome of item %d is recorded: %s.".formatted(of.number(), lower(outcome.result())));
				return ITEM;
			}
			catch (MeetingRefused ex) {
				ItemController.refuse(errors, ex);
			}
			catch (MeetingChanged ex) {
				return again(known.id(), of.id(), form, model);
			}
		}
		return page(known, of, form, errors, model);
	}

	/** The page again, as things stand now, with what was typed. */
	private String again(MeetingId meeting, UUID item, OutcomeForm typed, Model model) {
		Meeting now = this.meetings.one(meeting);
		AgendaItem of = now.item(item);
		OutcomeForm form = typed.over(now, now.standing(of));
		BindingResult errors = new BeanPropertyBindingResult(form, "typed");
		errors.reject("changed", now.recordedBy() + " changed the record of the meeting meanwhile. "
				+ "What you typed is kept: look at who may vote now, and save again");
		return page(now, of, form, errors, model);
	}

	private static String page(Meeting meeting, AgendaItem item, OutcomeForm form, @Nullable BindingResult errors,
			Model model) {
		Standing standing = meeting.standing(item);
		model.addAttribute("typed", form);
		if (errors != null) {
			model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "typed", errors);
		}
		Map<String, Attendee> voters = new LinkedHashMap<>();
		standing.voters().forEach((voter) -> voters.put(voter.seat().toString(), voter));
		model.addAttribute("meeting", meeting);
		model.addAttribute("item", item);
		model.addAttribute("standing", standing);
		model.addAttribute("voters", voters);
		model.addAttribute("choices", CHOICES);
		model.addAttribute("results", results(item, standing));
		model.addAttribute("manners", manners(standing));
		model.addAttribute("secondVotes",
				List.of(Choice.of("", "There was none"), Choice.of("FOR", "For"), Choice.of("AGAINST", "Against")));
		return "meetings/outcome";
	}

	/** What the committee can decide as things stand. */
	private static List<Choice> results(AgendaItem item, Standing standing) {
		if (!item.forDecision()) {
			return List.of(Choice.of(Result.NOTED.name(), Result.NOTED.label()));
		}
		return Arrays.stream(Result.values())
			.filter((result) -> result != Result.NOTED)
			.filter((result) -> standing.impediment().isEmpty() || result == Result.DEFERRED)
			.map((result) -> new Choice(result.name(), result.label(), hint(result)))
			.toList();
	}

	private static @Nullable String hint(Result result) {
		return switch (result) {
			case APPROVED -> "In the words that were put";
			case APPROVED_WITH_AMENDMENTS -> "In other words than those that were put";
			case DEFERRED -> "Give the reason; the item waits for the next meeting";
			case REJECTED -> "The votes do not carry it";
			case NOTED -> null;
		};
	}

	private static List<Choice> manners(Standing standing) {
		Choice none = new Choice("NONE", "No vote was taken", "Only for an item that has to be deferred");
		return standing.impediment().isEmpty()
				? List.of(Choice.of("BY_NAME", "By name"), Choice.of("BY_COUNT", "By count"), none) : List.of(none);
	}

	private static String lower(Result result) {
		return result.label().toLowerCase(java.util.Locale.UK);
	}

}
