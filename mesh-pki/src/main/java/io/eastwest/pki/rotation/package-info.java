/** Answers: how are roots and intermediates replaced without an outage, and is every state on the way safe? */
@NullMarked
package io.eastwest.pki.rotation;

import org.jspecify.annotations.NullMarked;
