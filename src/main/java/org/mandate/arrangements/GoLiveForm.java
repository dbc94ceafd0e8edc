package org.mandate.arrangements;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.DateBoxes;
import org.mandate.forms.London;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * What is put into force, as typed.
 *
 * @param model key of the model
 * @param liveFrom its first day
 * @param agreed how it was agreed, where no approval is needed
 * @param conditions with which it was approved
 */
public record GoLiveForm(@Nullable String model, @Nullable DateBoxes liveFrom, @Nullable String agreed,
		@Nullable String conditions) {

	public GoLiveForm {
		liveFrom = DateBoxes.orEmpty(liveFrom);
		agreed = Lines.of(agreed);
		conditions = Lines.of(conditions);
	}

	/** What the record and the guidance propose: the model that may go live, and when. */
	static GoLiveForm of(List<Approval> approvals, @Nullable String recommended) {
		Approval likely = approvals.stream()
			.filter((approval) -> approval.state() == Approval.State.APPROVED)
			.findFirst()
			.or(() -> approvals.stream()
				.filter((approval) -> approval.allows() && approval.model().equals(recommended))
				.findFirst())
			.orElse(null);
		return (likely == null) ? new GoLiveForm("", null, "", "") : new GoLiveForm(likely.model(),
				DateBoxes.of(likely.usualStart()), "", (likely.detail() != null) ? likely.detail() : "");
	}

	void check(List<Approval> approvals, BindingResult errors) {
		Approval chosen = chosen(approvals);
		if (chosen == null) {
			errors.rejectValue("model", "missing", "Choose the model that goes live");
		}
		else if (!chosen.allows()) {
			errors.rejectValue("model", "refused",
					"%s cannot go live. %s".formatted(chosen.name(), chosen.state().label()));
		}
		LocalDate day = new DateCheck(errors).day("liveFrom", this.liveFrom, "The first day",
				"Enter the first day of the arrangement");
		if (day != null && chosen != null && chosen.state() == Approval.State.APPROVED && chosen.on() != null
				&& day.isBefore(chosen.on())) {
			errors.rejectValue("liveFrom", "early",
					"The first day cannot be before it was approved on " + London.date(chosen.on()));
		}
		new TextCheck(errors)
			.prose("agreed", this.agreed, "How it was agreed", Arrangement.CAME,
					(chosen != null && chosen.state() == Approval.State.NOT_NEEDED)
							? "Enter how it was agreed with NHS England, and when" : null)
			.prose("conditions", this.conditions, "The conditions", Arrangement.CONDITIONS, null);
	}

	private @Nullable Approval chosen(List<Approval> approvals) {
		return approvals.stream().filter((each) -> each.model().equals(this.model)).findFirst().orElse(null);
	}

	/** The first day, once it is without error. */
	LocalDate day() {
		return DateBoxes.orEmpty(this.liveFrom).date().orElseThrow();
	}

	@Nullable String agreement() {
		return Typed.optional(this.agreed);
	}

}
