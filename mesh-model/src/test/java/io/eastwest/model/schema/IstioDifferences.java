package io.eastwest.model.schema;

/** Where we differ from the definitions of Istio on purpose. */
final class IstioDifferences {
    private IstioDifferences() {}

    static KnownDifferences of(String kind) {
        KnownDifferences known = new KnownDifferences()
                .stricterAnywhere(
                        "NUMBER_OUT_OF_RANGE .*", "numbers of 32 bits without a sign are held up to 2147483647 only")
                .stricterAnywhere(
                        "MISSING_FIELD spec",
                        "a specification with a required field may be left out as a whole, which the webhook refuses");
        if (kind.equals("DestinationRule") || kind.equals("Sidecar")) {
            known.stricter(
                    "INVALID_DURATION .*(tcp.idleTimeout|httpCookie.ttl)",
                    "any text to the definition, refused by the webhook");
        }
        return known;
    }
}
