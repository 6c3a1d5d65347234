package io.eastwest.model.schema;

/** Where we differ from the definitions of Istio on purpose. */
final class IstioDifferences {
    private IstioDifferences() {}

    static KnownDifferences of(String kind) {
        return new KnownDifferences();
    }
}
