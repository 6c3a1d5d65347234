package io.eastwest.model.sail;

/** How much ztunnel logs. The API server writes {@code info} where a document names none. */
public enum ZTunnelLogLevel {
    /** level {@code trace} */
    trace,
    /** level {@code debug} */
    debug,
    /** level {@code info} */
    info,
    /** level {@code warn} */
    warn,
    /** level {@code error} */
    error
}
