package io.eastwest.model.validation;

/** Thrown inside of the CEL parser: the text is no expression. */
final class CelFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CelFault(String reason, int position) {
        super(reason + " at character " + position, null, false, false);
    }

    /** {@return what is wrong and where} */
    String reason() {
        return String.valueOf(getMessage());
    }
}
