/** Answers: does istiod load this, do these clusters trust each other, and until when? Mirrors Istio 1.30.3 (security/pkg/pki). */
@NullMarked
package io.eastwest.pki.verification;

import org.jspecify.annotations.NullMarked;
