package io.eastwest.model.schema;

/** Where we differ from the definitions of the operator on purpose. */
final class SailDifferences {
    private SailDifferences() {}

    static KnownDifferences of(CrdFile.Schema schema) {
        KnownDifferences known = new KnownDifferences()
                .stricterAnywhere(
                        "NUMBER_OUT_OF_RANGE .*", "numbers of 32 bits without a sign are held up to 2147483647 only")
                .stricterAnywhere("MISSING_FIELD spec", "an object without a specification asks for nothing");
        if (schema.kind().equals("Istio") || schema.kind().equals("IstioRevision")) {
            known.stricter("INVALID_DURATION .*meshConfig.*", "any text to the definition, but istiod cannot read it")
                    .stricter(
                            "UNKNOWN_ENUM_VALUE .*matchExpressions.*operator",
                            "any text to the definition, but istiod cannot select by it");
        }
        return known;
    }
}
