package io.eastwest.model.gatewayapi;

/** Where the identity of a session is kept. The API server writes {@code Cookie} where a document names none. */
public enum SessionPersistenceType {
    /** in a cookie */
    Cookie,
    /** in a header */
    Header
}
