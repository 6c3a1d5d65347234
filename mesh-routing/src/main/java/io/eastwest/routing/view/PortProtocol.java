package io.eastwest.routing.view;

import java.util.Locale;

/** Protocol of a port, as istio pkg/config/protocol. */
public enum PortProtocol {
    /** tcp */
    TCP,

    /** udp */
    UDP,

    /** grpc */
    GRPC,

    /** grpc-web */
    GRPC_WEB,

    /** http */
    HTTP,

    /** http_proxy */
    HTTP_PROXY,

    /** http2 */
    HTTP2,

    /** https */
    HTTPS,

    /** tls */
    TLS,

    /** mongo */
    MONGO,

    /** redis */
    REDIS,

    /** mysql */
    MYSQL,

    /** hbone */
    HBONE,

    /** Unknown: detected at run time. */
    UNSUPPORTED;

    /** {@return whether HTTP rules apply: HTTP, HTTP2, HTTP_PROXY, GRPC, GRPC-Web} */
    public boolean isHttp() {
        return this == HTTP || this == HTTP2 || this == HTTP_PROXY || this == GRPC || this == GRPC_WEB;
    }

    /** {@return whether it is HTTP/2 by declaration: HTTP2, GRPC, GRPC-Web} */
    public boolean isHttp2() {
        return this == HTTP2 || this == GRPC || this == GRPC_WEB;
    }

    /** {@return whether it is HTTPS or TLS} */
    public boolean isTls() {
        return this == HTTPS || this == TLS;
    }

    /** {@return whether it is TCP, TLS or a database protocol} */
    public boolean isTcp() {
        return this == TCP || this == HTTPS || this == TLS || this == MONGO || this == REDIS || this == MYSQL;
    }

    /**
     * Reads a protocol name without regard to case. Mirrors istio 1.30.3 {@code pkg/config/protocol/instance.go:Parse}.
     *
     * @param name name, for example {@code HTTP2} or {@code grpc-web}
     * @return the protocol; {@link #UNSUPPORTED} for any other text
     */
    public static PortProtocol parse(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "tcp" -> TCP;
            case "udp" -> UDP;
            case "grpc" -> GRPC;
            case "grpc-web" -> GRPC_WEB;
            case "http" -> HTTP;
            case "http_proxy" -> HTTP_PROXY;
            case "http2" -> HTTP2;
            case "https" -> HTTPS;
            case "tls" -> TLS;
            case "mongo" -> MONGO;
            case "redis" -> REDIS;
            case "mysql" -> MYSQL;
            case "hbone" -> HBONE;
            default -> UNSUPPORTED;
        };
    }
}
