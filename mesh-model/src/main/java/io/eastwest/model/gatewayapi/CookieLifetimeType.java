package io.eastwest.model.gatewayapi;

/** How long a session cookie lives. The API server writes {@code Session} where a document names none. */
public enum CookieLifetimeType {
    /** until the absolute timeout of the session */
    Permanent,
    /** until the client ends its session */
    Session
}
