package org.mandate.committees;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.Typed;

import org.springframework.util.MultiValueMap;
import org.springframework.validation.Errors;

/**
 * A quorum as it is put together on its page: parts, of which some may be groups of
 * parts. Whatever is pressed, what was typed is kept.
 *
 * @param combine "all" or "any" of the parts
 * @param parts in their order
 * @param version of what the person saw when they began
 */
public record QuorumForm(String combine, List<Part> parts, @Nullable String version) {

	private static final List<String> SIMPLE = List.of("members", "share", "presiding");

	/**
	 * One part.
	 *
	 * @param kind "members", "share", "presiding" or "group"
	 * @param atLeast how many members
	 * @param counted name of which members count
	 * @param roles names of the roles
	 * @param portion name of the share
	 * @param combine of a group: "all" or "any" of its parts
	 * @param parts of a group
	 */
	public record Part(String kind, @Nullable String atLeast, @Nullable String counted, List<String> roles,
			@Nullable String portion, String combine, List<Part> parts) {

		static Part blank(String kind) {
			return new Part(kind, "", Quorum.Counted.VOTING.name(), List.of(), Quorum.Portion.THIRD.name(), "any",
					new ArrayList<>());
		}

		static Part of(Quorum quorum) {
			Part blank = blank("");
			return switch (quorum) {
				case Quorum.Members is -> new Part("members", Integer.toString(is.atLeast()), is.counted().name(),
						is.roles().stream().sorted().map(SeatRole::name).toList(), blank.portion, "any", List.of());
				case Quorum.Share is ->
					new Part("share", "", is.counted().name(), List.of(), is.portion().name(), "any", List.of());
				case Quorum.Presiding is -> blank("presiding");
				case Quorum.AllOf is -> group("all", is.parts());
				case Quorum.AnyOf is -> group("any", is.parts());
			};
		}

		private static Part group(String combine, List<Quorum> parts) {
			return new Part("group", "", Quorum.Counted.VOTING.name(), List.of(), Quorum.Portion.THIRD.name(), combine,
					new ArrayList<>(parts.stream().map(Part::of).toList()));
		}

		private @Nullable Quorum quorum(String at, Errors errors) {
			Check check = new Check(errors);
			return switch (this.kind) {
				case "members" -> members(at, check);
				case "share" -> {
					Quorum.Portion share = check.one(at + ".portion", this.portion, Quorum.Portion.class,
							"Choose the share of the members");
					Quorum.Counted of = counted(at, check);
					yield (share != null && of != null) ? new Quorum.Share(share, of) : null;
				}
				case "presiding" -> new Quorum.Presiding();
				default -> {
					if (this.parts.isEmpty()) {
						check.wrong(at + ".combine", "Add a part to the group, or remove the group");
					}
					yield combined(this.combine, this.parts, at + ".", errors);
				}
			};
		}

		private @Nullable Quorum members(String at, Check check) {
			String typed = Typed.text(this.atLeast);
			int number = typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
			if (number < 1 || number > Quorum.Members.MOST) {
				check.wrong(at + ".atLeast", "Enter how many members, a whole number from 1 to 50");
			}
			Set<SeatRole> chosen = EnumSet.noneOf(SeatRole.class);
			for (SeatRole role : SeatRole.values()) {
				if (this.roles.contains(role.name())) {
					chosen.add(role);
				}
			}
			if (chosen.size() != Set.copyOf(this.roles).size()) {
				check.wrong(at + ".roles", "Choose roles from the list");
			}
			Quorum.Counted of = counted(at, check);
			return (number < 1 || number > Quorum.Members.MOST || of == null) ? null
					: new Quorum.Members(number, chosen, of);
		}

		private Quorum.@Nullable Counted counted(String at, Check check) {
			return check.one(at + ".counted", this.counted, Quorum.Counted.class, "Choose which members count");
		}

	}

	static QuorumForm of(Committee committee) {
		List<Part> parts = new ArrayList<>();
		String combine = "all";
		switch (committee.quorum()) {
			case null -> {
			}
			case Quorum.AllOf all -> all.parts().forEach((part) -> parts.add(Part.of(part)));
			case Quorum.AnyOf any -> {
				combine = "any";
				any.parts().forEach((part) -> parts.add(Part.of(part)));
			}
			case Quorum simple -> parts.add(Part.of(simple));
		}
		return new QuorumForm(combine, parts, Integer.toString(committee.version()));
	}

	/** As sent by the page; parts that it cannot have are left out. */
	static QuorumForm sent(MultiValueMap<String, String> sent) {
		return new QuorumForm("any".equals(sent.getFirst("combine")) ? "any" : "all", parts(sent, "", true),
				sent.getFirst("version"));
	}

	private static List<Part> parts(MultiValueMap<String, String> sent, String before, boolean groups) {
		TreeMap<Integer, Part> parts = new TreeMap<>();
		for (int i = 0; i < Quorum.MOST_PARTS; i++) {
			String at = before + "parts[" + i + "]";
			String kind = sent.getFirst(at + ".kind");
			if (kind != null && (SIMPLE.contains(kind) || (groups && kind.equals("group")))) {
				parts.put(i, new Part(kind, sent.getFirst(at + ".atLeast"), sent.getFirst(at + ".counted"),
						List.copyOf(sent.getOrDefault(at + ".roles", List.of())), sent.getFirst(at + ".portion"),
						"all".equals(sent.getFirst(at + ".combine")) ? "all" : "any",
						kind.equals("group") ? parts(sent, at + ".", false) : new ArrayList<>()));
			}
		}
		return new ArrayList<>(parts.values());
	}

	/** The same with the button's work done: a part added or removed. */
	QuorumForm after(String pressed) {
		List<Part> changed = new ArrayList<>(this.parts);
		String[] words = pressed.split(" ", 4);
		if (words.length == 2 && words[0].equals("add") && changed.size() < Quorum.MOST_PARTS) {
			add(changed, words[1], true);
		}
		else if (words.length == 2 && words[0].equals("remove")) {
			remove(changed, words[1]);
		}
		else if (words.length == 3 && group(words[1]) != null) {
			Part group = changed.get(Integer.parseInt(words[1]));
			List<Part> inside = new ArrayList<>(group.parts());
			if (words[0].equals("add") && inside.size() < Quorum.MOST_PARTS) {
				add(inside, words[2], false);
			}
			else if (words[0].equals("remove")) {
				remove(inside, words[2]);
			}
			changed.set(Integer.parseInt(words[1]),
					new Part("group", "", group.counted(), List.of(), group.portion(), group.combine(), inside));
		}
		return new QuorumForm(this.combine, changed, this.version);
	}

	private @Nullable Part group(String number) {
		boolean known = number.matches("[0-9]") && Integer.parseInt(number) < this.parts.size();
		Part part = known ? this.parts.get(Integer.parseInt(number)) : null;
		return (part != null && part.kind().equals("group")) ? part : null;
	}

	private static void add(List<Part> parts, String kind, boolean groups) {
		if (SIMPLE.contains(kind) || (groups && kind.equals("group"))) {
			parts.add(Part.blank(kind));
		}
	}

	private static void remove(List<Part> parts, String number) {
		if (number.matches("[0-9]") && Integer.parseInt(number) < parts.size()) {
			parts.remove(Integer.parseInt(number));
		}
	}

	QuorumForm over(Committee theirs) {
		return new QuorumForm(this.combine, this.parts, Integer.toString(theirs.version()));
	}

	int seen() {
		return Typed.version(this.version);
	}

	/** What is typed as a quorum; empty when something is wrong, which is said. */
	Optional<Quorum> quorum(Errors errors) {
		if (this.parts.isEmpty()) {
			errors.reject("empty", "Add a part: say who has to be there");
			return Optional.empty();
		}
		Quorum quorum = combined(this.combine, this.parts, "", errors);
		return errors.hasErrors() ? Optional.empty() : Optional.ofNullable(quorum);
	}

	private static @Nullable Quorum combined(String combine, List<Part> parts, String before, Errors errors) {
		List<Quorum> made = new ArrayList<>();
		for (int i = 0; i < parts.size(); i++) {
			Quorum part = parts.get(i).quorum(before + "parts[" + i + "]", errors);
			if (part != null) {
				made.add(part);
			}
		}
		if (made.isEmpty()) {
			return null;
		}
		if (made.size() == 1) {
			return made.getFirst();
		}
		return combine.equals("any") ? new Quorum.AnyOf(made) : new Quorum.AllOf(made);
	}

}
