package io.eastwest.routing.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a key under {@code when} speaks about.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/security/authz/model/model.go:New} and {@code util.go:extractNameInNestedBrackets}.
 *
 * @param field the attribute
 * @param operation whether it belongs to the operation; else to the caller
 */
record ConditionKey(PolicyField field, boolean operation) {
    static final String PRINCIPAL = "source.principal";
    static final String TRUST_DOMAIN = "source.trustDomain";
    private static final String HEADERS = "request.headers";
    private static final String CLAIMS = "request.auth.claims";
    private static final String METADATA = "experimental.envoy.filters.";

    /** {@return the attribute; empty: istiod does not know the key} */
    static Optional<ConditionKey> of(String key, String namespace) {
        return switch (key) {
            case "destination.ip" -> operation(ConnectionFields.DESTINATION_ADDRESS);
            case "destination.port" -> operation(ConnectionFields.DESTINATION_PORT);
            case "connection.sni" -> operation(ConnectionFields.SERVER_NAME);
            case "source.ip" -> caller(ConnectionFields.SOURCE_ADDRESS);
            case "remote.ip" -> caller(ConnectionFields.REMOTE_ADDRESS);
            case "source.namespace" -> caller(PeerFields.NAMESPACE);
            case TRUST_DOMAIN -> caller(PeerFields.TRUST_DOMAIN);
            case "source.serviceAccount" -> caller(PeerFields.serviceAccount(namespace));
            case PRINCIPAL -> caller(PeerFields.PRINCIPAL);
            case "request.auth.principal" -> caller(TokenFields.PRINCIPAL);
            case "request.auth.audiences" -> caller(TokenFields.AUDIENCES);
            case "request.auth.presenter" -> caller(TokenFields.PRESENTER);
            default -> withName(key);
        };
    }

    private static Optional<ConditionKey> withName(String key) {
        if (key.startsWith(METADATA)) {
            return operation(key.indexOf('[') >= 0 ? UntestedFields.METADATA : UntestedFields.MALFORMED);
        }
        if (key.startsWith(HEADERS)) {
            return caller(inBrackets(key.substring(HEADERS.length()))
                    .map(RequestFields::header)
                    .orElse(UntestedFields.MALFORMED));
        }
        if (key.startsWith(CLAIMS)) {
            return caller(inNestedBrackets(key.substring(CLAIMS.length()))
                    .map(TokenFields::claim)
                    .orElse(UntestedFields.MALFORMED));
        }
        return Optional.empty();
    }

    private static Optional<ConditionKey> caller(PolicyField field) {
        return Optional.of(new ConditionKey(field, false));
    }

    private static Optional<ConditionKey> operation(PolicyField field) {
        return Optional.of(new ConditionKey(field, true));
    }

    private static Optional<String> inBrackets(String text) {
        boolean enclosed = text.startsWith("[") && text.endsWith("]");
        return enclosed ? Optional.of(text.substring(1, Math.max(1, text.length() - 1))) : Optional.empty();
    }

    private static Optional<List<String>> inNestedBrackets(String text) {
        List<String> names = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf(']', at);
            boolean one = text.charAt(at) == '['
                    && end > 0
                    && text.substring(at + 1, end).indexOf('[') < 0;
            if (!one) {
                return inBrackets(text).map(List::of);
            }
            names.add(text.substring(at + 1, end));
            at = end + 1;
        }
        return Optional.of(names);
    }
}
