/** Answers: which keys sign, and how are they kept from being seen? */
@NullMarked
package io.eastwest.pki.key;

import org.jspecify.annotations.NullMarked;
