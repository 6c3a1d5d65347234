package io.eastwest.model.gatewayapi;

/** What kind of name a {@link SubjectAltName} is. */
public enum SubjectAltNameType {
    /** a DNS name */
    Hostname,
    /** a URI, for example a SPIFFE identity */
    URI
}
