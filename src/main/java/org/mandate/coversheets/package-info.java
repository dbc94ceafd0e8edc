/**
 * What goes around the paper before the governing body has it: its cover sheet, the
 * officers who approved it, and whether anything is missing.
 */
@NullMarked
package org.mandate.coversheets;

import org.jspecify.annotations.NullMarked;
