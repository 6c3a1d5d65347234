package io.eastwest.model.schema;

/** Where we differ from the definitions of the Gateway API on purpose. */
final class GatewayApiDifferences {
    private GatewayApiDifferences() {}

    static KnownDifferences of(String kind) {
        KnownDifferences known = new KnownDifferences();
        return kind.equals("Gateway") || kind.equals("ListenerSet")
                ? known.stricter(
                        "UNKNOWN_ENUM_VALUE .*\\.matchExpressions\\[[0-9]+\\]\\.operator",
                        "the schema takes any text, but a selector with another operator selects nothing anywhere")
                : known;
    }
}
