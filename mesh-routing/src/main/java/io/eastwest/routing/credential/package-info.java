/** Answers: which certificates does a control plane give to proxies out of Secrets and ConfigMaps, and which can it not give? Mirrors istio 1.30.3 {@code pilot/pkg/xds/sds.go}. */
@NullMarked
package io.eastwest.routing.credential;

import org.jspecify.annotations.NullMarked;
