package io.eastwest.routing.question;

import java.util.List;

/**
 * Something in which calls differ; its values are texts. Where a value may be absent, absence is the empty text, and a value that
 * is there has an equals sign before it.
 *
 * @param kind what it is
 * @param name name of the header or parameter, or path of the claim, joined by zero characters; empty text: it has none
 */
record RequestAxis(Kind kind, String name) {
    static final RequestAxis PATH = new RequestAxis(Kind.PATH, "");
    static final RequestAxis METHOD = new RequestAxis(Kind.METHOD, "");
    static final RequestAxis AUTHORITY = new RequestAxis(Kind.AUTHORITY, "");
    static final RequestAxis TOKEN = new RequestAxis(Kind.TOKEN, "");
    static final RequestAxis ISSUER = new RequestAxis(Kind.ISSUER, "");
    static final RequestAxis EXPIRED = new RequestAxis(Kind.EXPIRED, "");
    static final RequestAxis SIGNED = new RequestAxis(Kind.SIGNED, "");

    /** What the client speaks, inside of TLS if there is any. */
    static final RequestAxis SPEECH = new RequestAxis(Kind.SPEECH, "");

    /** Whether the client speaks TLS. */
    static final RequestAxis TLS = new RequestAxis(Kind.TLS, "");

    /** The name that it asks for in TLS. */
    static final RequestAxis SERVER_NAME = new RequestAxis(Kind.SERVER_NAME, "");

    /** The protocols that it offers in TLS, joined by commas. */
    static final RequestAxis PROTOCOLS = new RequestAxis(Kind.PROTOCOLS, "");

    /** What a request differs in. */
    enum Kind {
        PATH,
        METHOD,
        AUTHORITY,
        HEADER,
        PARAMETER,
        TOKEN,
        ISSUER,
        EXPIRED,
        SIGNED,
        CLAIM,
        SPEECH,
        TLS,
        SERVER_NAME,
        PROTOCOLS
    }

    static RequestAxis header(String lowerName) {
        return new RequestAxis(Kind.HEADER, lowerName);
    }

    static RequestAxis parameter(String name) {
        return new RequestAxis(Kind.PARAMETER, name);
    }

    static RequestAxis claim(List<String> path) {
        return new RequestAxis(Kind.CLAIM, String.join("\0", path));
    }

    /** {@return whether a value may be absent} */
    boolean isOptional() {
        return switch (kind) {
            case HEADER, PARAMETER, TOKEN, CLAIM, SERVER_NAME, PROTOCOLS -> true;
            case PATH, METHOD, AUTHORITY, ISSUER, EXPIRED, SIGNED, SPEECH, TLS -> false;
        };
    }
}
