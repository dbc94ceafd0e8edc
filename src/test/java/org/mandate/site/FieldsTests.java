package org.mandate.site;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.util.DetailedError;

import static org.assertj.core.api.Assertions.assertThat;

class FieldsTests {

	private final Fields fields = new Fields();

	record Form(String votes, List<String> counts, String reason) {
	}

	record Option(String value, String text, String hint) {
	}

	private static DetailedError error(String field, String message) {
		return new DetailedError(field, "", new Object[0], message);
	}

	@Test
	void listsTheFirstErrorOfEachFieldInTheOrderOfTheForm() {
		List<DetailedError> errors = List.of(error("reason", "Enter a reason"), error("counts[1]", "Enter a count"),
				error("votes", "Enter the votes"), error("votes", "Votes must be a number"));
		assertThat(this.fields.inOrder(new Form("", List.of(), ""), errors)).extracting(DetailedError::getMessage)
			.containsExactly("Enter the votes", "Enter a count", "Enter a reason");
	}

	@Test
	void leadsToTheBoxOfAField() {
		assertThat(this.fields.anchor("votes", null)).isEqualTo("#votes");
		assertThat(this.fields.anchor("counts[1].votes", null)).isEqualTo("#counts1-votes");
		assertThat(this.fields.anchor("reviewDate", Set.of("reviewDate"))).isEqualTo("#reviewDate-day");
		assertThat(this.fields.anchor("reviewDate.month", Set.of("reviewDate"))).isEqualTo("#reviewDate-month");
	}

	@Test
	void takesChoicesFromWhatAPageHas() {
		Fields.Choice one = new Fields.Choice("one", "Option 1", null, false);
		assertThat(this.fields.choices(Map.of("one", "Option 1"))).containsExactly(one);
		assertThat(this.fields.choices(List.of(Map.of("value", "one", "text", "Option 1")))).containsExactly(one);
		assertThat(this.fields.choices(List.of(new Option("one", "Option 1", "Greater involvement"))))
			.containsExactly(new Fields.Choice("one", "Option 1", "Greater involvement", false));
		assertThat(this.fields.choices(List.of("North")))
			.containsExactly(new Fields.Choice("North", "North", null, false));
	}

	@Test
	void knowsWhatIsChosen() {
		assertThat(this.fields.chosen(Set.of("lmc", "ppg"), "lmc")).isTrue();
		assertThat(this.fields.chosen(Set.of("ppg"), "lmc")).isFalse();
		assertThat(this.fields.chosen(true, "true")).isTrue();
		assertThat(this.fields.chosen(null, "true")).isFalse();
	}

}
