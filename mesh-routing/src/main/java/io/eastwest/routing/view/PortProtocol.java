package io.eastwest.routing.view;

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
}
