/**
 * Finding something again: one box over appraisals, papers, decisions and practices, for
 * members, in words that each may read.
 */
@NullMarked
package org.mandate.search;

import org.jspecify.annotations.NullMarked;
