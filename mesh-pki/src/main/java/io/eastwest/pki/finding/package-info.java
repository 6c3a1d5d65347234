/** Answers: what is wrong with the trust of a mesh, and what does it break? */
@NullMarked
package io.eastwest.pki.finding;

import org.jspecify.annotations.NullMarked;
