package io.eastwest.model.validation;

/**
 * What a macro of CEL looks at in its arguments.
 *
 * @param kind a name, a field of something, or anything else
 * @param name of a name; empty for everything else
 * @param depth how deep operators and accesses below it nest
 */
record CelNode(Kind kind, String name, int depth) {
    /** What macros tell apart. */
    enum Kind {
        NAME,
        FIELD,
        OTHER
    }

    static CelNode leaf() {
        return other(0);
    }

    static CelNode other(int depth) {
        return new CelNode(Kind.OTHER, "", depth);
    }

    static CelNode name(String name) {
        return new CelNode(Kind.NAME, name, 0);
    }

    static CelNode field(int depth) {
        return new CelNode(Kind.FIELD, "", depth);
    }
}
