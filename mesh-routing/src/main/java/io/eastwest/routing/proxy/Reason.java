package io.eastwest.routing.proxy;

/** Why a call ends as it does; each constant names the response code details of Envoy that it stands for. */
public enum Reason {
    /** An endpoint answers, {@code via_upstream}. */
    FORWARDED,

    /** A direct response or redirect of a route, {@code direct_response}. */
    DIRECT_RESPONSE,

    /** An injected abort, {@code fault_filter_abort}. */
    FAULT_ABORT,

    /** A preflight answered by the CORS filter, {@code cors_response}. */
    CORS_PREFLIGHT,

    /** No virtual host or no route, {@code route_not_found}. */
    ROUTE_NOT_FOUND,

    /** The cluster does not exist, {@code cluster_not_found}. */
    CLUSTER_NOT_FOUND,

    /** No endpoint may be used, {@code no_healthy_upstream}. */
    NO_HEALTHY_UPSTREAM,

    /** Nothing listens there: the connection is refused. */
    NO_LISTENER,

    /** No filter chain takes the connection, {@code filter_chain_not_found}. */
    FILTER_CHAIN_NOT_FOUND,

    /** An AuthorizationPolicy refuses, {@code rbac_access_denied}. */
    RBAC_DENIED,

    /** A token is refused, {@code jwt_authn_access_denied}. */
    JWT_DENIED,

    /** The bytes are not HTTP, or the request is not well formed, {@code http1.codec_error} and others. */
    PROTOCOL_ERROR,

    /** The path cannot be normalised, {@code path_normalization_failed}. */
    PATH_NORMALIZATION_FAILED,

    /** The TLS handshake fails: no or not accepted client certificate. */
    TLS_HANDSHAKE_FAILED,

    /** The address that was dialled does not answer, {@code upstream_reset_before_response_started}. */
    UPSTREAM_CONNECT_FAILED,

    /** A cause of its own, told in the detail. */
    OTHER
}
