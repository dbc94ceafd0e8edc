package org.mandate.voices;

import org.mandate.access.Public;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * How an appraisal is made, for everybody: the member practices and the public ask as
 * well.
 */
@Public
@Controller
class MethodController {

	@GetMapping("/help/appraisal")
	String method() {
		return "voices/method";
	}

}
