package io.eastwest.routing.envoy;

/** Whether a server asks for a client certificate. */
public enum ClientCertificate {
    /** Not asked for. */
    NONE,

    /** Asked for, verified when given. */
    OPTIONAL,

    /** Required and verified. */
    REQUIRED
}
