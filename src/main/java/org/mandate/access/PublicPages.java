package org.mandate.access;

import java.util.List;

/**
 * A module that offers pages to people who have not signed in. Implemented by the modules
 * that have some; asked where people sign in, confined to the organisation there.
 */
public interface PublicPages {

	/**
	 * A page for everybody.
	 *
	 * @param text what it is called
	 * @param path its address below the organisation's: "/published-results"
	 */
	record PublicPage(String text, String path) {
	}

	/** Those there are now. */
	List<PublicPage> pages();

}
