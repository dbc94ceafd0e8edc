package org.mandate.voting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.forms.Typed;
import org.mandate.organisations.Locality;
import org.mandate.organisations.MemberPractice;

import org.springframework.validation.Errors;

/**
 * Which practice belongs to which group of a ballot's own, as typed or pasted from a
 * spreadsheet: a line for each practice, its code, then the group.
 *
 * @param rows the lines
 */
public record GroupsForm(String rows) {

	private static final int MOST_ERRORS = 10;

	private static final int LONGEST_NAME = 100;

	public GroupsForm(@Nullable String rows) {
		this.rows = Typed.text(rows);
	}

	/** Every practice with the group it is in, if any. */
	static GroupsForm of(List<Electorate> electorate) {
		List<String> rows = new ArrayList<>();
		for (Electorate group : electorate) {
			for (MemberPractice practice : group.practices()) {
				rows.add(practice.code() + ", " + ((group.unit() != null) ? group.unit() : ""));
			}
		}
		return new GroupsForm(String.join("\n", rows));
	}

	/**
	 * The groups; what is wrong is reported line by line beside the box. Groups whose
	 * names differ only in spelling as {@link Locality#slugOf} sees it are one.
	 * @param entitled the practices that would be entitled
	 */
	Map<UUID, String> groups(List<MemberPractice> entitled, Errors errors) {
		Map<String, MemberPractice> byCode = new HashMap<>();
		entitled.forEach((practice) -> byCode.put(practice.code().toUpperCase(Locale.ROOT), practice));
		Map<UUID, String> groups = new LinkedHashMap<>();
		Map<String, String> names = new HashMap<>();
		List<String> problems = new ArrayList<>();
		int number = 0;
		for (String line : this.rows.split("\n")) {
			number++;
			if (line.isBlank()) {
				continue;
			}
			String[] fields = line.split("[,;\t]", 2);
			String code = fields[0].strip().toUpperCase(Locale.ROOT);
			String group = (fields.length > 1) ? fields[1].strip() : "";
			MemberPractice practice = byCode.get(code);
			String problem = problem(code, practice, group, groups);
			if (problem != null) {
				problems.add("Line %d: %s".formatted(number, problem));
			}
			else if (practice != null) {
				groups.put(practice.practice(), names.computeIfAbsent(Locality.slugOf(group), (key) -> group));
			}
		}
		problems.stream().limit(MOST_ERRORS).forEach((problem) -> errors.rejectValue("rows", "row", problem));
		if (problems.size() > MOST_ERRORS) {
			errors.rejectValue("rows", "more", "%d more lines have problems".formatted(problems.size() - MOST_ERRORS));
		}
		if (problems.isEmpty()) {
			checkComplete(entitled, groups.keySet(), errors);
		}
		return groups;
	}

	private static @Nullable String problem(String code, @Nullable MemberPractice practice, String group,
			Map<UUID, String> groups) {
		if (practice == null) {
			return "%s is not the code of a practice that is entitled".formatted(code.isEmpty() ? "nothing" : code);
		}
		if (groups.containsKey(practice.practice())) {
			return "%s is in an earlier line too".formatted(code);
		}
		if (group.isEmpty()) {
			return "enter the group of %s (%s) after its code and a comma".formatted(code, practice.name());
		}
		if (group.length() > LONGEST_NAME || !Typed.visible(group)) {
			return "the name of the group must be 100 characters or fewer, all of which can be seen";
		}
		return null;
	}

	private static void checkComplete(List<MemberPractice> entitled, Set<UUID> placed, Errors errors) {
		Set<String> missing = new LinkedHashSet<>();
		entitled.stream()
			.filter((practice) -> !placed.contains(practice.practice()))
			.forEach((practice) -> missing.add(practice.code()));
		if (!missing.isEmpty()) {
			errors.rejectValue("rows", "missing", "%d practices are in no group, for example %s: add a line for each"
				.formatted(missing.size(), missing.iterator().next()));
		}
	}

}
