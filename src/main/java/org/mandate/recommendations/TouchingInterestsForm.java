package org.mandate.recommendations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mandate.recommendations.TouchingInterests.Question;
import org.mandate.recommendations.TouchingInterests.Said;

import org.springframework.validation.Errors;

/**
 * What somebody says of their interests, as sent.
 *
 * @param then the path of the page that they wanted, below the appraisal's
 * @param answers one for each interest, in the order of the page
 */
public record TouchingInterestsForm(String then, List<Box> answers) {

	private static final String YES = "yes";

	private static final String NO = "no";

	/**
	 * The question of one interest.
	 *
	 * @param interest its id
	 * @param version number of the version shown
	 * @param touches "yes", "no" or empty
	 */
	public record Box(String interest, String version, String touches) {

		private boolean isOf(Question question) {
			return this.interest.equals(question.interest().toString());
		}

		private boolean isOfVersion(Question question) {
			return this.version.equals(Integer.toString(question.version().number()));
		}

	}

	/** With what was said before. */
	static TouchingInterestsForm of(Wanted wanted, List<Question> questions) {
		return new TouchingInterestsForm(wanted.path(),
				questions.stream().map((each) -> box(each, answer(each.answered()))).toList());
	}

	/** As sent, with a box for each interest that goes on now. */
	static TouchingInterestsForm sent(Map<String, String> sent, List<Question> questions) {
		List<Box> all = new ArrayList<>();
		for (Map.Entry<String, String> each : sent.entrySet()) {
			if (each.getKey().matches("answers\\[[0-9]{1,4}]\\.interest")) {
				String row = each.getKey().replace("interest", "");
				all.add(new Box(each.getValue(), sent.getOrDefault(row + "version", ""),
						sent.getOrDefault(row + "touches", "")));
			}
		}
		return new TouchingInterestsForm(Wanted.at(sent.getOrDefault("then", "")).path(),
				questions.stream()
					.map((question) -> all.stream()
						.filter((box) -> box.isOf(question))
						.findFirst()
						.orElse(new Box(question.interest().toString(), "", "")))
					.toList());
	}

	/** The same with the versions as they are now: what was said of others is gone. */
	TouchingInterestsForm now(List<Question> questions) {
		List<Box> boxes = new ArrayList<>();
		for (int at = 0; at < questions.size(); at++) {
			Box box = this.answers.get(at);
			boxes.add(box(questions.get(at), box.isOfVersion(questions.get(at)) ? box.touches() : ""));
		}
		return new TouchingInterestsForm(this.then, boxes);
	}

	/** What is said, by id of the interest; what is missing or out of date is wrong. */
	Map<UUID, Said> said(Errors errors, List<Question> questions) {
		Map<UUID, Said> said = new LinkedHashMap<>();
		for (int at = 0; at < questions.size(); at++) {
			Box box = this.answers.get(at);
			Question question = questions.get(at);
			String which = (questions.size() == 1) ? "this interest" : "interest " + (at + 1);
			String field = "answers[" + at + "].touches";
			if (!box.version().isEmpty() && !box.isOfVersion(question)) {
				errors.rejectValue(field, "changed",
						"You changed %s meanwhile. Read it as it is now, and choose Yes or No".formatted(which));
			}
			else if (!box.touches().equals(YES) && !box.touches().equals(NO)) {
				errors.rejectValue(field, "missing",
						"Choose Yes if %s touches the recommendation, or No".formatted(which));
			}
			said.put(question.interest(), new Said(question.version().number(), box.touches().equals(YES)));
		}
		return said;
	}

	private static Box box(Question question, String touches) {
		return new Box(question.interest().toString(), Integer.toString(question.version().number()), touches);
	}

	private static String answer(@Nullable Boolean touches) {
		return (touches == null) ? "" : touches ? YES : NO;
	}

}
