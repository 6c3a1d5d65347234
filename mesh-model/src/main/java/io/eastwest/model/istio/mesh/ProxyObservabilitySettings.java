package io.eastwest.model.istio.mesh;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The part of {@link MeshProxyConfig} that concerns ports for administration, traces, metrics and logs.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/proxy.proto:ProxyConfig. Not meant to be implemented by users.
 */
public interface ProxyObservabilitySettings {
    /** {@return the port of the administration interface; empty: 15000} */
    OptionalInt proxyAdminPort();

    /** {@return the port of readiness and merged metrics; empty: 15020} */
    OptionalInt statusPort();

    /** {@return the longest name of a statistic; empty: 189} */
    OptionalInt statNameLength();

    /** {@return the address of a StatsD server; empty: none} */
    Optional<String> statsdUdpAddress();

    /** {@return deprecated; the address of a Zipkin server} */
    Optional<String> zipkinAddress();

    /** {@return deprecated; the address of a metrics service} */
    Optional<String> envoyMetricsServiceAddress();

    /** {@return the settings of traces} */
    Optional<ProxyTracing> tracing();

    /** {@return the access log service; empty: none} */
    Optional<RemoteService> envoyAccessLogService();

    /** {@return the metrics service; empty: none} */
    Optional<RemoteService> envoyMetricsService();

    /** {@return the further tags that are taken out of the names of statistics} */
    List<String> extraStatTags();

    /** {@return the further statistics that are kept} */
    Optional<ProxyStatsMatcher> proxyStatsMatcher();

    /** {@return the time between flushes of the access log; empty: 1 s} */
    Optional<Duration> fileFlushInterval();

    /** {@return the size in KiB at which the access log is flushed; empty: 64} */
    OptionalInt fileFlushMinSizeKb();

    /** {@return whether statistics are compressed when read; empty: yes} */
    Optional<Boolean> statsCompression();
}
