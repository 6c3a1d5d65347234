package io.eastwest.model.istio.telemetry;

/**
 * A standard metric of Istio.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry/v1alpha1/telemetry.proto:MetricSelector.IstioMetric.
 */
public enum IstioMetric {
    /** All of them. */
    ALL_METRICS,
    /** The number of requests. */
    REQUEST_COUNT,
    /** The duration of requests. */
    REQUEST_DURATION,
    /** The size of request bodies. */
    REQUEST_SIZE,
    /** The size of response bodies. */
    RESPONSE_SIZE,
    /** The number of connections opened. */
    TCP_OPENED_CONNECTIONS,
    /** The number of connections closed. */
    TCP_CLOSED_CONNECTIONS,
    /** The bytes sent on connections. */
    TCP_SENT_BYTES,
    /** The bytes received on connections. */
    TCP_RECEIVED_BYTES,
    /** The number of gRPC messages from clients. */
    GRPC_REQUEST_MESSAGES,
    /** The number of gRPC messages from servers. */
    GRPC_RESPONSE_MESSAGES
}
