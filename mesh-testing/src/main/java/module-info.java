/** How do I assert it? AssertJ assertions and a JUnit extension for routing decisions. */
module io.eastwest.testing {
    requires transitive io.eastwest.model;
    requires transitive io.eastwest.routing;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires com.fasterxml.jackson.databind;
    requires java.xml;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports io.eastwest.testing;
    exports io.eastwest.testing.coverage;
    exports io.eastwest.testing.expect;
    exports io.eastwest.testing.junit;
    exports io.eastwest.testing.mutation;

    opens io.eastwest.testing.expect to
            io.eastwest.model;
}
