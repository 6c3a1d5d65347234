package io.eastwest.routing.gatewayapi;

/**
 * Why something does not hold, as a status condition says it.
 *
 * @param reason reason of the condition, such as {@code BackendNotFound}
 * @param message what is wrong
 */
record Problem(String reason, String message) {
    static final String BACKEND_NOT_FOUND = "BackendNotFound";
    static final String REF_NOT_PERMITTED = "RefNotPermitted";
    static final String INVALID_KIND = "InvalidKind";
    static final String INVALID_DESTINATION = "InvalidDestination";
    static final String INVALID_FILTER = "InvalidFilter";
    static final String INVALID_CONFIGURATION = "InvalidConfiguration";
    static final String INVALID_CERTIFICATE = "InvalidCertificateRef";
    static final String UNSUPPORTED_PROTOCOL = "UnsupportedProtocol";
    static final String NO_MATCHING_PARENT = "NoMatchingParent";
    static final String NO_MATCHING_HOSTNAME = "NoMatchingListenerHostname";
    static final String NOT_ALLOWED = "NotAllowedByListeners";
}
