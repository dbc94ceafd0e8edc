package org.mandate.engagement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.mandate.guidance.Citation;
import org.mandate.guidance.Edition;

/**
 * That the guidance wants somebody engaged: a rule or requirement of the edition in its
 * own words, with its sources.
 *
 * @param title in a few words; empty where the edition gives none
 * @param text what it says
 * @param strength how far it binds
 * @param models names of the models it holds for, of those looked at
 * @param citations its sources
 */
public record Duty(String title, String text, String strength, List<String> models, List<Citation> citations) {

	/**
	 * Whom a rule is about, by its topic. Topics are the same in all editions.
	 */
	static final Map<String, List<Audience>> TOPICS = Map.of("members-consulted", List.of(Audience.MEMBER_PRACTICES),
			"members-agreed", List.of(Audience.MEMBER_PRACTICES), "lmc-consulted",
			List.of(Audience.LOCAL_MEDICAL_COMMITTEE));

	/**
	 * Who the local stakeholders are that a rule wants engaged: the slides name the two
	 * (NHS England roadshow slides, Conflicts of interest management).
	 */
	static final List<Audience> STAKEHOLDERS = List.of(Audience.HEALTHWATCH, Audience.HEALTH_AND_WELLBEING_BOARD);

	/** The topic of the rule that names the stakeholders. */
	static final String STAKEHOLDERS_NAMED = "committee-observers";

	/** Whom a requirement is about, by its key. */
	static final Map<String, Audience> REQUIREMENTS = Map.of("closer-working", Audience.AREA_TEAM,
			"strong-relationship", Audience.AREA_TEAM, "joint-committee", Audience.AREA_TEAM, "joint-pro-forma",
			Audience.AREA_TEAM, "early-talks", Audience.AREA_TEAM, "lmc-on-incentive-schemes",
			Audience.LOCAL_MEDICAL_COMMITTEE);

	/** What the edition asks under some models, by who has to be engaged. */
	static Map<Audience, List<Duty>> of(Edition edition, List<Edition.Model> models) {
		Map<Audience, List<Duty>> duties = new EnumMap<>(Audience.class);
		boolean stakeholders = false;
		for (Edition.Rule rule : edition.rules()) {
			if (rule.category() == Edition.Rule.Category.MANDATE && concerns(rule, models)) {
				List<Audience> audiences = new ArrayList<>(TOPICS.getOrDefault(rule.topic(), List.of()));
				if (!audiences.isEmpty() && mentionsStakeholders(rule)) {
					audiences.addAll(STAKEHOLDERS);
					stakeholders = true;
				}
				audiences.forEach((audience) -> add(duties, audience, of(rule, models)));
			}
		}
		if (stakeholders) {
			edition.rules()
				.stream()
				.filter((rule) -> rule.topic().equals(STAKEHOLDERS_NAMED) && concerns(rule, models))
				.forEach((rule) -> STAKEHOLDERS.forEach((audience) -> add(duties, audience, of(rule, models))));
		}
		for (Edition.Requirement requirement : edition.requirements()) {
			Audience audience = REQUIREMENTS.get(requirement.key());
			if (audience != null && concerns(requirement, models)) {
				add(duties, audience, new Duty("", requirement.text(), "Asked for", names(requirement, models),
						requirement.citations()));
			}
		}
		return duties;
	}

	private static boolean mentionsStakeholders(Edition.Rule rule) {
		return (rule.title() + rule.text()).toLowerCase(Locale.UK).contains("stakeholder");
	}

	private static void add(Map<Audience, List<Duty>> duties, Audience audience, Duty duty) {
		duties.computeIfAbsent(audience, (key) -> new ArrayList<>()).add(duty);
	}

	private static Duty of(Edition.Rule rule, List<Edition.Model> models) {
		return new Duty(rule.title(), rule.text(), rule.strength().label(), names(rule, models), rule.citations());
	}

	private static boolean concerns(Edition.ForModels entry, List<Edition.Model> models) {
		return models.stream().anyMatch((model) -> entry.isFor(model.key()));
	}

	private static List<String> names(Edition.ForModels entry, List<Edition.Model> models) {
		return models.stream().filter((model) -> entry.isFor(model.key())).map(Edition.Model::name).toList();
	}

}
