/**
 * Answers: Who may call whom, and how do they prove who they are? All values are immutable and thread-safe.
 *
 * <p>Mirrors istio/api v1.30.3 security and type.
 */
@NullMarked
package io.eastwest.model.istio.security;

import org.jspecify.annotations.NullMarked;
