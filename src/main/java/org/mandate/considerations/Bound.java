package org.mandate.considerations;

import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/**
 * Puts a form into the model in place of the one that was sent, with room for errors.
 */
final class Bound {

	private static final String NAME = "typed";

	private Bound() {
	}

	static BindingResult to(Object form, Model model) {
		BindingResult errors = new BeanPropertyBindingResult(form, NAME);
		model.addAttribute(NAME, form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + NAME, errors);
		return errors;
	}

}
