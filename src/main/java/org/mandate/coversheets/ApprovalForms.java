package org.mandate.coversheets;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mandate.access.Member;
import org.mandate.forms.TextCheck;
import org.mandate.forms.Typed;

import org.springframework.validation.BindingResult;

/**
 * What is typed about approvals.
 */
public final class ApprovalForms {

	private static final int LONGEST = 1000;

	private ApprovalForms() {
	}

	/**
	 * Whom to ask.
	 *
	 * @param office name of the office
	 * @param person id of a person of the organisation; empty for somebody outside
	 * @param outside name of somebody outside
	 */
	public record Asking(@Nullable String office, @Nullable String person, @Nullable String outside) {

		void check(List<Member> people, BindingResult errors) {
			if (Arrays.stream(Office.values()).noneMatch((each) -> each.name().equals(this.office))) {
				errors.rejectValue("office", "missing", "Choose as what the officer approves");
			}
			boolean inside = !Typed.text(this.person).isEmpty();
			boolean named = !Typed.text(this.outside).isEmpty();
			if (inside && named) {
				errors.rejectValue("outside", "both", "Choose a person or type a name, not both");
			}
			else if (inside && people.stream().noneMatch((each) -> each.id().id().toString().equals(this.person))) {
				errors.rejectValue("person", "offer", "Choose one of the people of the organisation");
			}
			else if (!inside && !named) {
				errors.rejectValue("person", "missing", "Choose a person, or type the name of somebody outside");
			}
			new TextCheck(errors).line("outside", this.outside, "The name", 200, null);
		}

		Office chosen() {
			return Office.valueOf(Typed.text(this.office));
		}

		Approvals.Officer officer(List<Member> people) {
			return people.stream()
				.filter((each) -> each.id().id().toString().equals(this.person))
				.findFirst()
				.map((each) -> new Approvals.Officer(each.id(), each.name()))
				.orElseGet(() -> new Approvals.Officer(null, Typed.text(this.outside)));
		}

		/** Nobody yet, for an office. */
		static Asking of(@Nullable Office office) {
			return new Asking((office != null) ? office.name() : "", "", "");
		}

	}

	/**
	 * What an officer says.
	 *
	 * @param answer name of the kind of act
	 * @param reason why
	 * @param evidence how the manager knows
	 * @param text what was read
	 */
	public record Answering(@Nullable String answer, @Nullable String reason, @Nullable String evidence,
			@Nullable String text) {

		public Answering {
			reason = lines(reason);
			evidence = lines(evidence);
		}

		void check(boolean outside, BindingResult errors) {
			boolean refused = Act.Kind.REFUSED.name().equals(this.answer);
			if (!refused && !Act.Kind.GIVEN.name().equals(this.answer)) {
				errors.rejectValue("answer", "missing", "Choose whether the approval is given or refused");
			}
			TextCheck words = new TextCheck(errors);
			words.prose("reason", this.reason, "The reason", LONGEST,
					refused ? "Enter the reason for the refusal" : null);
			if (outside) {
				words.prose("evidence", this.evidence, "How you know", LONGEST,
						"Enter how you know, such as an e-mail and its date");
			}
		}

		Approvals.Answer said() {
			return new Approvals.Answer(Act.Kind.GIVEN.name().equals(this.answer), Typed.optional(this.reason),
					Typed.optional(this.evidence), TextVersion.of(this.text).orElse(new TextVersion(0, null)));
		}

		/** The same, of a text that is read anew. */
		Answering of(TextVersion now) {
			return new Answering(this.answer, this.reason, this.evidence, now.key());
		}

	}

	/**
	 * Why an approval is not needed.
	 *
	 * @param reason in the manager's words
	 * @param request number of the request that is dropped; empty for the office
	 */
	public record Dropping(@Nullable String reason, @Nullable String request) {

		public Dropping {
			reason = lines(reason);
		}

		void check(BindingResult errors) {
			new TextCheck(errors).prose("reason", this.reason, "The reason", LONGEST,
					"Enter why the approval is not needed");
		}

		@Nullable Integer number() {
			return (this.request != null && this.request.matches("[0-9]{1,9}")) ? Integer.valueOf(this.request) : null;
		}

	}

	private static @Nullable String lines(@Nullable String typed) {
		return (typed != null) ? typed.replace("\r\n", "\n").replace('\r', '\n') : null;
	}

}
