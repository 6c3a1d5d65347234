package io.eastwest.model.issue;

/** Thrown when an answer would need behaviour that is not modelled. Never an approximation instead. */
public final class UnsupportedFeatureException extends MeshException {
    private static final long serialVersionUID = 1L;

    /**
     * Names what is not modelled.
     *
     * @param message resource, path and what is not modelled, such as {@code HTTPRoute/shop/web spec.rules[0]: ...}
     */
    public UnsupportedFeatureException(String message) {
        super(message);
    }
}
