package org.mandate.considerations;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.guidance.Edition;
import org.mandate.options.Option;

/**
 * Staff held against staff needed, by role and option (Oxfordshire paper, section 4).
 * What is not known is never taken as 0: a sum with an unknown part says "at least".
 *
 * @param options those on the shortlist
 * @param roles in order
 * @param withdrawn roles that were withdrawn
 * @param rule that running costs may not grow; null where the guidance does not say so
 */
public record Capacity(List<Option> options, List<Role> roles, List<Role> withdrawn,
		Edition.@Nullable Requirement rule) {

	/** The requirement of the guidance that running costs do not grow. */
	static final String RULE = "no-extra-running-costs";

	public Capacity {
		options = List.copyOf(options);
		roles = List.copyOf(roles);
		withdrawn = List.copyOf(withdrawn);
	}

	/**
	 * A role.
	 *
	 * @param id identity
	 * @param name what it is called
	 * @param held FTE there are; null when not known
	 * @param needs FTE each option needs, by its key; an option that is not there is not
	 * known
	 * @param note what else is to be said; may be null
	 * @param source where it is from
	 * @param withdrawn why it was withdrawn; null while it stands
	 * @param saved by whom and when
	 */
	public record Role(UUID id, String name, @Nullable BigDecimal held, Map<String, BigDecimal> needs,
			@Nullable String note, String source, @Nullable String withdrawn, Saved saved) {

		public Role {
			needs = Map.copyOf(needs);
		}

		/** "1.5", or "Not known". */
		public String heldWords() {
			return words(this.held);
		}

		/** "1.5", or "Not known". */
		public String needWords(Option option) {
			return words(this.needs.get(option.key()));
		}

		/**
		 * How much is missing for an option, 0 where enough is held; null when not known.
		 */
		public @Nullable BigDecimal shortfall(Option option) {
			BigDecimal need = this.needs.get(option.key());
			if (need != null && need.signum() == 0) {
				return BigDecimal.ZERO;
			}
			return (need != null && this.held != null) ? need.subtract(this.held).max(BigDecimal.ZERO) : null;
		}

		private static String words(@Nullable BigDecimal number) {
			return (number != null) ? Fte.words(number) : "Not known";
		}

	}

	/**
	 * A sum over the roles.
	 *
	 * @param known of what is known
	 * @param unknown for how many roles it is not
	 * @param of how many roles there are
	 */
	public record Total(BigDecimal known, int unknown, int of) {

		/** "3.5", "At least 3.5", "Not known". */
		public String words() {
			if (this.of == this.unknown) {
				return "Not known";
			}
			return (this.unknown > 0) ? "At least " + Fte.words(this.known) : Fte.words(this.known);
		}

	}

	/** FTE held in all roles. */
	public Total held() {
		return total(this.roles.stream().map(Role::held).toList());
	}

	/** FTE that an option needs in all roles. */
	public Total needed(Option option) {
		return total(this.roles.stream().map((role) -> role.needs().get(option.key())).toList());
	}

	/** FTE that are missing in all roles; one role's spare people do not fill another. */
	public Total shortfall(Option option) {
		return total(this.roles.stream().map((role) -> role.shortfall(option)).toList());
	}

	/** What each option would be short of; one sentence where that is known of none. */
	public List<String> findings() {
		boolean none = this.options.size() > 1
				&& this.options.stream().map(this::shortfall).allMatch((total) -> total.unknown() == total.of());
		return none ? List.of("Whether there are enough people is not known for any option yet.")
				: this.options.stream().map(this::finding).toList();
	}

	/** What an option would be short of, in words. */
	public String finding(Option option) {
		Total total = shortfall(option);
		String label = option.label();
		if (this.roles.isEmpty()) {
			return label + ": no roles recorded yet.";
		}
		if (total.unknown() == total.of()) {
			return label + ": not known whether staff would be enough.";
		}
		String open = (total.unknown() == 0) ? "" : " Not known for %s.".formatted(Words
			.list(this.roles.stream().filter((role) -> role.shortfall(option) == null).map(Role::name).toList()));
		if (total.known().signum() == 0) {
			return (total.unknown() == 0) ? label + ": enough staff in every role."
					: label + ": enough staff where the need is known." + open;
		}
		List<String> missingIn = this.roles.stream().filter((role) -> isShort(role, option)).map((role) -> {
			BigDecimal missing = role.shortfall(option);
			return role.name() + " " + ((missing != null) ? Fte.words(missing) : "");
		}).toList();
		return "%s: %s%s FTE short (%s).%s".formatted(label, (total.unknown() > 0) ? "at least " : "",
				Fte.words(total.known()), String.join("; ", missingIn), open);
	}

	private static boolean isShort(Role role, Option option) {
		BigDecimal missing = role.shortfall(option);
		return missing != null && missing.signum() > 0;
	}

	private static Total total(List<? extends @Nullable BigDecimal> numbers) {
		BigDecimal sum = BigDecimal.ZERO;
		int unknown = 0;
		for (BigDecimal number : numbers) {
			if (number != null) {
				sum = sum.add(number);
			}
			else {
				unknown++;
			}
		}
		return new Total(sum, unknown, numbers.size());
	}

}
