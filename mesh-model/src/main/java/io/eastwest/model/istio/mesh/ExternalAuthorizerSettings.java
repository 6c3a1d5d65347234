package io.eastwest.model.istio.mesh;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What external authorisers have in common.
 *
 * <p>Mirrors istio/api v1.30.3
 * mesh/v1alpha1/config.proto:MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationHttpProvider. Not meant to
 * be implemented by users.
 */
public interface ExternalAuthorizerSettings {
    /** {@return the service as full name, or {@code namespace/name}} */
    Optional<String> service();

    /** {@return the port of the service, 1..65535} */
    OptionalInt port();

    /** {@return how long an answer may take; empty: 600 s} */
    Optional<Duration> timeout();

    /** {@return whether calls pass when the authoriser fails; empty: no} */
    Optional<Boolean> failOpen();

    /** {@return whether the route is chosen anew after the answer; empty: no} */
    Optional<Boolean> clearRouteCache();

    /** {@return the status when the authoriser fails; empty: 403} */
    Optional<String> statusOnError();

    /** {@return how much of the body is sent; empty: none} */
    Optional<AuthorizerRequestBody> includeRequestBodyInCheck();
}
