/**
 * What speaks for and against each option: opportunities and threats, what the guidance
 * requires, capacity, finance, the nine implications, and what the models share.
 */
@NullMarked
package org.mandate.considerations;

import org.jspecify.annotations.NullMarked;
