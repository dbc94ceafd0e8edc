package org.mandate.forms;

import java.util.List;

import org.springframework.ui.Model;

/**
 * The page that asks why an entry on record is withdrawn, the same for all that keep
 * their number, are shown apart from then on and can be put back.
 *
 * @param what it is: "risk 3"
 * @param says what it says now, a paragraph each
 * @param path its address below the appraisal's
 * @param savedBy who saved it last
 * @param version counts what was saved of it
 */
public record WithdrawalPage(String what, List<String> says, String path, String savedBy, int version) {

	private static final String VIEW = "fragments/withdrawal";

	public WithdrawalPage {
		says = List.copyOf(says);
	}

	/** Asks for the first time. */
	public String ask(Model model) {
		model.addAttribute("typed", ReasonForm.blank(this.version));
		return again(model);
	}

	/** Asks again for what is wrong with what was typed. */
	public String again(Model model) {
		model.addAttribute("withdrawn", this);
		return VIEW;
	}

	/** Asks whether it is still meant, as somebody saved this meanwhile. */
	public String meanwhile(ReasonForm form, Model model) {
		model.addAttribute("changed", true);
		model.addAttribute("typed", form.over(this.version));
		return again(model);
	}

	/** What to tell when it is done. */
	public String done() {
		return Character.toUpperCase(this.what.charAt(0)) + this.what.substring(1)
				+ " is withdrawn. It stays on record.";
	}

}
