package org.mandate.access;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What every page shows of the person and the installation.
 */
@ControllerAdvice
class MemberAdvice {

	private final Demonstration demonstration;

	MemberAdvice(Demonstration demonstration) {
		this.demonstration = demonstration;
	}

	@ModelAttribute("member")
	@Nullable Member member() {
		return CurrentMember.get().orElse(null);
	}

	@ModelAttribute("demonstration")
	boolean demonstration() {
		return this.demonstration.isOn();
	}

}
