package io.eastwest.testing;

import io.eastwest.architecture.ModuleRules;

class ArchitectureTest extends ModuleRules {
    ArchitectureTest() {
        super(
                "io.eastwest.testing",
                "io.eastwest.model..",
                "io.eastwest.routing..",
                "com.fasterxml.jackson.databind..",
                "org.assertj..",
                "org.junit.jupiter.api..",
                "org.junit.platform.commons..",
                "javax.xml.stream..");
    }
}
