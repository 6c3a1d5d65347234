package io.eastwest.model.istio.mesh;

import java.util.List;
import java.util.Optional;

/**
 * The part of {@link MeshConfig} that concerns traces, metrics, logs and external providers.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig. Not meant to be implemented by users.
 */
public interface MeshTelemetrySettings {
    /** {@return whether traces are on; empty: yes} */
    Optional<Boolean> enableTracing();

    /** {@return the file of the access log; empty: none} */
    Optional<String> accessLogFile();

    /** {@return the format of the access log; empty: Istio's} */
    Optional<String> accessLogFormat();

    /** {@return the encoding of the access log; empty: {@code TEXT}} */
    Optional<AccessLogEncoding> accessLogEncoding();

    /** {@return whether logs go to the access log service; empty: no} */
    Optional<Boolean> enableEnvoyAccessLogService();

    /** {@return whether logs of listeners are off; empty: no} */
    Optional<Boolean> disableEnvoyListenerLog();

    /** {@return whether metrics of application and proxy are merged; empty: yes} */
    Optional<Boolean> enablePrometheusMerge();

    /** {@return the providers used where no Telemetry names one} */
    Optional<DefaultProviders> defaultProviders();

    /** {@return the named providers, merged over Istio's by name} */
    List<ExtensionProvider> extensionProviders();
}
