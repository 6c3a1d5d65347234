/**
 * Answers: which resources do these files hold, and what cannot be read, where?
 *
 * <p>Text becomes a bounded tree of nodes with places, the tree is bound to typed values, and every problem of every
 * document is reported at once. Readers are immutable and may be shared between threads.
 */
@NullMarked
package io.eastwest.model.reader;

import org.jspecify.annotations.NullMarked;
