package io.eastwest.routing.proxy;

/** What the verification of a token says, in the words of Envoy. */
enum JwtStatus {
    /** It passes. */
    OK("OK"),
    /** There is none. */
    MISSED("Jwt is missing"),
    /** The text is no token. */
    BAD_FORMAT("Jwt is not in the form of Header.Payload.Signature with two dots and 3 sections"),
    /** The first section is not encoded as it must be. */
    BAD_HEADER("Jwt header is an invalid Base64url encoded"),
    /** The issuer in the payload is no text. */
    ISSUER_NO_TEXT("Jwt payload [iss] field is not a string"),
    /** The subject in the payload is no text. */
    SUBJECT_NO_TEXT("Jwt payload [sub] field is not a string"),
    /** The identifier in the payload is no text. */
    IDENTIFIER_NO_TEXT("Jwt payload [jti] field is not a string"),
    /** The audience in the payload is neither a text nor a list of texts. */
    AUDIENCE_NO_TEXT("Jwt payload [aud] field is not a string or string list"),
    /** Another issuer. */
    UNKNOWN_ISSUER("Jwt issuer is not configured"),
    /** Past its time. */
    EXPIRED("Jwt is expired"),
    /** Made for somebody else. */
    AUDIENCE("Audiences in Jwt are not allowed"),
    /** No key of the issuer verifies it. */
    BAD_SIGNATURE("Jwt verification fails");

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final String text;

    JwtStatus(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    String details() {
        return "jwt_authn_access_denied{" + text.replace(' ', '_') + "}";
    }

    int httpStatus() {
        return this == AUDIENCE ? FORBIDDEN : UNAUTHORIZED;
    }

    /** {@return whether another failure says more} */
    boolean isVague() {
        return this == MISSED || this == UNKNOWN_ISSUER;
    }
}
