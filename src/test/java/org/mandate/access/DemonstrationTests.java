package org.mandate.access;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DemonstrationTests {

	private static final String DATABASE = "jdbc:postgresql://db.example.org/mandate";

	@Test
	void isOnWithTheEmbeddedDatabaseUnlessSwitchedOff() {
		assertThat(new Demonstration(null, "").isOn()).isTrue();
		assertThat(new Demonstration(true, " ").isOn()).isTrue();
		assertThat(new Demonstration(false, "").isOn()).isFalse();
	}

	@Test
	void isOffBesideAConfiguredDatabase() {
		assertThat(new Demonstration(null, DATABASE).isOn()).isFalse();
		assertThat(new Demonstration(false, DATABASE).isOn()).isFalse();
	}

	@Test
	void refusesToStartBesideAConfiguredDatabase() {
		assertThatIllegalStateException().isThrownBy(() -> new Demonstration(true, DATABASE))
			.withMessageContaining("mandate.demonstration")
			.withMessageContaining("spring.datasource.url");
	}

}
