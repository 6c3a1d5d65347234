/** Answers: what does a PEM text hold, and how is it written? */
@NullMarked
package io.eastwest.pki.pem;

import org.jspecify.annotations.NullMarked;
