/** Answers: what do cert-manager and istio-csr need when they issue instead of this library? */
@NullMarked
package io.eastwest.pki.certmanager;

import org.jspecify.annotations.NullMarked;
