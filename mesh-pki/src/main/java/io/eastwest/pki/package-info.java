/** Answers: who trusts whom? */
@NullMarked
package io.eastwest.pki;

import org.jspecify.annotations.NullMarked;
