/**
 * Handing e-mail to the mail server, if there is one.
 */
@NullMarked
package org.mandate.mail;

import org.jspecify.annotations.NullMarked;
