package org.mandate.scoring;

import org.mandate.access.Member;
import org.mandate.access.Role;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Somebody tried what is for others.
 */
@ResponseStatus(HttpStatus.FORBIDDEN)
public class NotAllowed extends RuntimeException {

	NotAllowed(String message) {
		super(message);
	}

	static void unlessManages(Member member) {
		if (!member.is(Role.COMMISSIONING_MANAGER)) {
			throw new NotAllowed("Only a commissioning manager can change the criteria, the weights and the panel.");
		}
	}

}
