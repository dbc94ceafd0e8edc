/**
 * What may go wrong with each option: how likely it is and how bad it would be, before
 * and after what is done about it, as a matrix of five by five and as a table.
 */
@NullMarked
package org.mandate.risks;

import org.jspecify.annotations.NullMarked;
