package org.mandate.submissions;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.mandate.MandateTest;
import org.mandate.MovableClock;
import org.mandate.mandates.Mandate;
import org.mandate.mandates.MandateTest.State;
import org.mandate.mandates.Mandates;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

/**
 * Tests of what follows once the members' mandate is as the test says, at a time that the
 * test sets.
 */
@MandateTest
@Import(MovableClock.class)
abstract class SubmittingTest {

	@Autowired
	ApplicationContext beans;

	@Autowired
	MockMvc mvc;

	@Autowired
	MovableClock clock;

	@MockitoBean
	Mandates mandates;

	@BeforeEach
	void proven() {
		this.clock.shows("2015-01-08T09:00:00Z");
		mandate(State.EVIDENCED, null);
	}

	/** How the record answers whether the members were consulted. */
	final void mandate(State state, Mandate.Override override) {
		org.mandate.mandates.MandateTest test = new org.mandate.mandates.MandateTest("members-consulted",
				"Members and stakeholders took part before the proposal", List.of(), state, List.of(),
				(state == State.EVIDENCED) ? List.of() : List.of("No locality meeting is on record."));
		Mandate mandate = new Mandate("joint", List.of(test), override);
		given(this.mandates.of(any(), any(), any())).willReturn(mandate);
		given(this.mandates.of(any(), any(), any(), any())).willReturn(mandate);
	}

	final Mandate.Override override() {
		return new Mandate.Override(Set.of("members-consulted"), "The locality meetings were held and not minuted",
				"The Accountable officer", Instant.parse("2015-01-08T10:00:00Z"));
	}

	final Proposal proposal() {
		return new Proposal(this.beans, this.mvc);
	}

}
