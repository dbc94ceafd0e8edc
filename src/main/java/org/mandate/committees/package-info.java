/**
 * Committees: who sits on them and for whom, who has a vote, whether their composition
 * keeps what the guidance asks for, and when they are quorate.
 */
@NullMarked
package org.mandate.committees;

import org.jspecify.annotations.NullMarked;
