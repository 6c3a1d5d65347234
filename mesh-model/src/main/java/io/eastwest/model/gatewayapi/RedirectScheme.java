package io.eastwest.model.gatewayapi;

/** Scheme of the location that a redirect names. */
public enum RedirectScheme {
    /** plain text */
    http,
    /** TLS */
    https
}
