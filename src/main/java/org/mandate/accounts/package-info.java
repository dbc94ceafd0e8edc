/**
 * What belongs with the annual accounts: the registers that other modules offer, for a
 * financial year, as one pack.
 */
@NullMarked
package org.mandate.accounts;

import org.jspecify.annotations.NullMarked;
