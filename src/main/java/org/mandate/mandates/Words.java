package org.mandate.mandates;

import java.util.List;

/**
 * The outcome of the tests in words.
 */
final class Words {

	private Words() {
	}

	static String summary(Mandate mandate) {
		List<MandateTest> tests = mandate.tests();
		if (tests.isEmpty()) {
			return "The guidance asks for no mandate of the members under this model.";
		}
		long evidenced = tests.stream().filter((test) -> !test.failed()).count();
		long contradicted = tests.stream().filter((test) -> test.state() == MandateTest.State.CONTRADICTED).count();
		long not = tests.size() - evidenced - contradicted;
		String said = (evidenced == tests.size())
				? "The members’ mandate is evidenced: all %d tests.".formatted(evidenced)
				: "The members’ mandate is not evidenced: of %d tests %d %s evidenced, %d not, and %d %s contradicted."
					.formatted(tests.size(), evidenced, (evidenced == 1) ? "is" : "are", not, contradicted,
							(contradicted == 1) ? "is" : "are");
		if (mandate.failed().isEmpty() || mandate.override() == null) {
			return said;
		}
		int outstanding = mandate.outstanding().size();
		return said + " " + ((outstanding == 0) ? "The accountable officer goes ahead all the same."
				: "The accountable officer’s override leaves %d of them uncovered.".formatted(outstanding));
	}

}
