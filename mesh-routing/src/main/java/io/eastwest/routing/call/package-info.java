/** Answers: what arrives at a proxy? Connections, TLS handshakes, HTTP requests and who sends them, all concrete values. */
@NullMarked
package io.eastwest.routing.call;

import org.jspecify.annotations.NullMarked;
