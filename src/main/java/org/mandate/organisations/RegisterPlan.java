package org.mandate.organisations;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.organisations.Change.Difference;
import org.mandate.organisations.Change.Kind;
import org.mandate.organisations.Parsed.Elsewhere;
import org.mandate.organisations.Parsed.Place;
import org.mandate.organisations.Parsed.PracticeRow;
import org.mandate.organisations.Parsed.Problems;
import org.mandate.organisations.Parsed.Size;
import org.mandate.organisations.RegisterRows.Known;
import org.mandate.organisations.RegisterRows.Period;

/**
 * What a file would do to the register as it is now: shown as a preview, and carried out
 * on confirmation.
 */
final class RegisterPlan {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

	private final RegisterRows rows;

	private final LocalDate asAt;

	private final List<Change> changes = new ArrayList<>();

	private final List<Runnable> effects = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	private final Problems problems = new Problems();

	private RegisterPlan(RegisterRows rows, LocalDate asAt) {
		this.rows = rows;
		this.asAt = asAt;
	}

	List<Change> changes() {
		return List.copyOf(this.changes);
	}

	List<String> notes() {
		return List.copyOf(this.notes);
	}

	Problems problems() {
		return this.problems;
	}

	void carryOut() {
		this.effects.forEach(Runnable::run);
	}

	/**
	 * Practices and their memberships.
	 * @param latest the day whose state the register already has; null when it has none
	 */
	static RegisterPlan ofPractices(Parsed file, RegisterRows rows, String organisation, LocalDate asAt,
			@Nullable LocalDate latest) {
		RegisterPlan plan = new RegisterPlan(rows, asAt);
		if (latest != null && asAt.isBefore(latest)) {
			plan.problems.add(0, "Date of the file",
					"The register already has the state of " + DAY.format(latest) + ", and this file is said to be of "
							+ DAY.format(asAt),
					"Import files in the order of their dates. To put an older file back, enter today's date for it.");
		}
		Map<String, Known> known = rows.byCode(null);
		for (PracticeRow row : file.practices()) {
			Known before = known.remove(row.code());
			if (before == null) {
				UUID id = UUID.randomUUID();
				plan.add(Kind.NEW, row.code(), row.name(), List.of(), () -> {
					rows.put(id, row);
					rows.begin(id, row.since(), notBefore(row.since(), row.until()));
				});
			}
			else {
				plan.compare(before, row);
			}
		}
		for (Known gone : known.values()) {
			Period period = gone.period();
			if (period != null && period.until() == null) {
				plan.end(gone, period, file.elsewhere().get(gone.code()), organisation);
			}
		}
		return plan;
	}

	private void compare(Known before, PracticeRow row) {
		List<Difference> differences = new ArrayList<>();
		differ(differences, "Name", before.name(), row.name());
		differ(differences, "Address", before.address(), row.address());
		differ(differences, "Postcode", before.postcode(), row.postcode());
		differ(differences, "Status", before.status().label(), row.status().label());
		differ(differences, "Opened", day(before.openedOn()), day(row.openedOn()));
		differ(differences, "Closed", day(before.closedOn()), day(row.closedOn()));
		differ(differences, "Prescribing setting", String.valueOf(before.prescribingSetting()),
				String.valueOf(row.prescribingSetting()));
		Period period = before.period();
		Runnable membership = () -> {
		};
		if (period == null || !period.reaches(row.since())) {
			differ(differences, "Member since", "", day(row.since()));
			membership = () -> this.rows.begin(before.id(), row.since(), notBefore(row.since(), row.until()));
		}
		else {
			LocalDate until = notBefore(period.since(), row.until());
			if (!Objects.equals(period.until(), until)) {
				differ(differences, "Member until", day(period.until()), day(until));
				membership = () -> this.rows.end(period, until);
			}
		}
		Runnable change = membership;
		add(differences.isEmpty() ? Kind.UNCHANGED : Kind.CHANGED, row.code(), row.name(), differences, () -> {
			this.rows.put(before.id(), row);
			change.run();
		});
	}

	private void end(Known gone, Period period, @Nullable Elsewhere elsewhere, String organisation) {
		List<Difference> differences = new ArrayList<>();
		LocalDate last = this.asAt.minusDays(1);
		if (elsewhere != null) {
			differ(differences, "Commissioner", organisation, elsewhere.commissioner());
			last = (elsewhere.joinedOn() != null) ? elsewhere.joinedOn().minusDays(1) : last;
		}
		LocalDate until = last.isBefore(period.since()) ? period.since() : last;
		differ(differences, "Member until", "", day(until));
		add(Kind.MISSING, gone.code(), gone.name(), differences, () -> this.rows.end(period, until));
	}

	/** Registered patients of a quarter. */
	static RegisterPlan ofListSizes(Parsed file, RegisterRows rows, LocalDate asAt, String quarter) {
		RegisterPlan plan = new RegisterPlan(rows, asAt);
		Map<String, Known> known = rows.byCode(quarter);
		file.sizes().forEach((code, size) -> plan.size(known.remove(code), code, size, quarter));
		for (Known gone : known.values()) {
			if (gone.patients() != null) {
				plan.add(Kind.MISSING, gone.code(), gone.name(),
						List.of(new Difference("Patients", patients(gone.patients()), "")),
						() -> rows.removeSize(gone.id(), quarter));
			}
		}
		return plan;
	}

	private void size(@Nullable Known practice, String code, Size size, String quarter) {
		if (practice == null) {
			if (size.patients() > 0) {
				this.problems.add(size.row(), "Practice Code", code + " is not on the register",
						"Import the practice file first, from about the same time as the list sizes.");
			}
			return;
		}
		Integer before = practice.patients();
		List<Difference> differences = new ArrayList<>();
		differ(differences, "Patients", patients(before), patients(size.patients()));
		add((before == null) ? Kind.NEW : differences.isEmpty() ? Kind.UNCHANGED : Kind.CHANGED, code, practice.name(),
				differences, () -> this.rows.put(practice.id(), quarter, size.patients()));
	}

	/** Localities and the practices in them. */
	static RegisterPlan ofLocalities(Parsed file, RegisterRows rows, LocalDate asAt, List<Locality> localities) {
		RegisterPlan plan = new RegisterPlan(rows, asAt);
		Map<String, Known> known = rows.byCode(null);
		Map<String, Locality> bySlug = plan.localities(file.places().values(), localities,
				plan.inferredBeside(file, known));
		file.places().forEach((code, place) -> plan.place(known.remove(code), code, place, bySlug));
		long others = known.values().stream().filter((practice) -> isMember(practice, asAt)).count();
		if (others > 0 && !file.places().isEmpty()) {
			plan.notes.add((others == 1) ? "1 member practice is not in the file and stays where it is."
					: others + " member practices are not in the file and stay where they are.");
		}
		return plan;
	}

	/**
	 * Localities of members whose place is inferred, and that the file does not mention.
	 */
	private Set<String> inferredBeside(Parsed file, Map<String, Known> known) {
		Set<String> slugs = new HashSet<>();
		known.forEach((code, practice) -> {
			Period period = practice.period();
			if (!file.places().containsKey(code) && period != null && period.reaches(this.asAt) && period.inferred()
					&& period.locality() != null) {
				slugs.add(Locality.slugOf(period.locality()));
			}
		});
		return slugs;
	}

	private Map<String, Locality> localities(Collection<Place> places, List<Locality> existing,
			Set<String> inferredBeside) {
		Map<String, Locality> bySlug = new LinkedHashMap<>();
		existing.forEach((locality) -> bySlug.put(locality.slug(), locality));
		Map<String, Locality> wanted = new LinkedHashMap<>();
		for (Place place : places) {
			String slug = Locality.slugOf(place.locality());
			Locality before = wanted.getOrDefault(slug, bySlug.get(slug));
			Locality kept = inferredBeside.contains(slug) ? bySlug.get(slug) : null;
			String provenance = provenance(place, (kept != null) ? kept : wanted.get(slug));
			wanted.put(slug, (before != null) ? new Locality(before.id(), before.name(), slug, provenance)
					: new Locality(UUID.randomUUID(), place.locality(), slug, provenance));
		}
		int position = existing.size();
		for (Locality locality : wanted.values()) {
			Locality before = bySlug.put(locality.slug(), locality);
			if (before == null) {
				this.notes.add("The locality " + locality.name() + " will be added.");
			}
			else if (!Objects.equals(before.provenance(), locality.provenance())) {
				this.notes.add("The locality " + locality.name() + " will " + ((locality.provenance() != null)
						? "be marked as inferred." : "no longer be marked as inferred."));
			}
			int place = position++;
			this.effects.add(() -> this.rows.put(locality, place));
		}
		return bySlug;
	}

	private static @Nullable String provenance(Place place, @Nullable Locality soFar) {
		if (soFar != null && soFar.provenance() != null) {
			return soFar.provenance();
		}
		if (!place.inferred()) {
			return null;
		}
		return (place.basis() != null) ? place.basis() : "Inferred, not stated by the organisation.";
	}

	private void place(@Nullable Known practice, String code, Place place, Map<String, Locality> localities) {
		Period period = (practice != null) ? practice.period() : null;
		if (practice == null || period == null || !period.reaches(this.asAt)) {
			this.problems.add(place.row(), "practice_code",
					PracticeFile.shown(code) + " is not a member practice on " + DAY.format(this.asAt),
					"Check the code, or import the practice file first.");
			return;
		}
		Locality locality = Objects.requireNonNull(localities.get(Locality.slugOf(place.locality())));
		List<Difference> differences = new ArrayList<>();
		differ(differences, "Locality", words(period.locality()), locality.name());
		boolean moves = !differences.isEmpty();
		differ(differences, "Inferred", yesOrNo(period.inferred()), yesOrNo(place.inferred()));
		differ(differences, "Basis", words(period.basis()), words(place.basis()));
		Kind kind = (period.locality() == null) ? Kind.NEW : differences.isEmpty() ? Kind.UNCHANGED : Kind.CHANGED;
		add(kind, code, practice.name(), differences, () -> this.rows.place(practice, period, locality.id(), moves,
				place.inferred(), place.basis(), this.asAt));
	}

	private static boolean isMember(Known practice, LocalDate day) {
		return practice.period() != null && practice.period().reaches(day);
	}

	private void add(Kind kind, String code, String name, List<Difference> differences, Runnable effect) {
		this.changes.add(new Change(kind, code, name, List.copyOf(differences)));
		if (kind != Kind.UNCHANGED) {
			this.effects.add(effect);
		}
	}

	private static void differ(List<Difference> differences, String field, String before, String after) {
		if (!before.equals(after)) {
			differences.add(new Difference(field, before, after));
		}
	}

	private static @Nullable LocalDate notBefore(LocalDate since, @Nullable LocalDate until) {
		return (until != null && until.isBefore(since)) ? since : until;
	}

	private static String day(@Nullable LocalDate date) {
		return (date != null) ? DAY.format(date) : "";
	}

	private static String patients(@Nullable Integer patients) {
		return (patients != null) ? String.format(Locale.UK, "%,d", patients) : "";
	}

	private static String words(@Nullable String value) {
		return (value != null) ? value : "";
	}

	private static String yesOrNo(boolean value) {
		return value ? "yes" : "no";
	}

}
