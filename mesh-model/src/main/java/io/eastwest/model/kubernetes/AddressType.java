package io.eastwest.model.kubernetes;

/** What the addresses of an {@link EndpointSlice} are. */
public enum AddressType {
    /** IPv4 addresses */
    IPv4,
    /** IPv6 addresses */
    IPv6,
    /** DNS names */
    FQDN
}
