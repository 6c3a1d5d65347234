package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.istio.networking.ProxyImage;
import io.eastwest.model.istio.networking.ReadinessProbe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The part of {@link MeshProxyConfig} that starts a proxy and connects it to its control plane.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/proxy.proto:ProxyConfig. Not meant to be implemented by users.
 */
public interface ProxyBootstrapSettings {
    /** {@return the folder of generated configuration; empty: {@code ./etc/istio/proxy}} */
    Optional<String> configPath();

    /** {@return the binary; empty: {@code /usr/local/bin/envoy}} */
    Optional<String> binaryPath();

    /**
     * {@return the name of the service the proxy stands for; empty: {@code istio-proxy}; excludes {@link
     * #tracingServiceName()}}
     */
    Optional<String> serviceCluster();

    /** {@return how the name of the service is found; excludes {@link #serviceCluster()}} */
    Optional<TracingServiceName> tracingServiceName();

    /** {@return how long connections are drained at a hot restart; empty: 45 s} */
    Optional<Duration> drainDuration();

    /** {@return how long connections are drained at the end; empty: 5 s} */
    Optional<Duration> terminationDrainDuration();

    /** {@return the address of the control plane; empty: {@code istiod.istio-system.svc:15012}} */
    Optional<String> discoveryAddress();

    /** {@return deprecated} */
    Optional<Duration> discoveryRefreshDelay();

    /** {@return how the connection to the control plane is secured; empty: {@code MUTUAL_TLS}} */
    Optional<ControlPlaneAuthPolicy> controlPlaneAuthPolicy();

    /** {@return the file of a complete Envoy configuration; empty: generated} */
    Optional<String> customConfigFile();

    /** {@return the template of the bootstrap configuration; empty: Istio's} */
    Optional<String> proxyBootstrapTemplatePath();

    /** {@return how traffic is redirected to the proxy; empty: {@code REDIRECT}} */
    Optional<InterceptionMode> interceptionMode();

    /** {@return the number of worker threads, 0 for all cores; empty: by the limits of the container} */
    OptionalInt concurrency();

    /** {@return the environment variables of the proxy, merged by key} */
    Map<String, String> proxyMetadata();

    /** {@return the runtime values of Envoy} */
    Map<String, String> runtimeValues();

    /** {@return the check of a workload outside Kubernetes} */
    Optional<ReadinessProbe> readinessProbe();

    /** {@return whether the application waits for the proxy; empty: no} */
    Optional<Boolean> holdApplicationUntilProxyStarts();

    /** {@return the further roots of trust towards the control plane, as PEM} */
    List<String> caCertificatesPem();

    /** {@return the image; empty: that of the installation} */
    Optional<ProxyImage> image();

    /** {@return the accelerator for private keys, kept as it was read} */
    Optional<JsonNode> privateKeyProvider();

    /** {@return the id of the mesh; empty: the trust domain} */
    Optional<String> meshId();

    /** {@return deprecated; the zone of the proxy} */
    Optional<String> availabilityZone();

    /** {@return deprecated, kept as it was read} */
    Optional<JsonNode> sds();
}
