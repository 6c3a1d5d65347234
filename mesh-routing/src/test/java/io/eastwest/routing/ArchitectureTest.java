package io.eastwest.routing;

import io.eastwest.architecture.PureModuleRules;

class ArchitectureTest extends PureModuleRules {
    ArchitectureTest() {
        super(
                "io.eastwest.routing",
                "io.eastwest.model..",
                // the form in which the model keeps what it does not read
                "com.fasterxml.jackson.databind..",
                // writing and reading explanations as JSON
                "com.fasterxml.jackson.core..",
                "com.google.re2j..",
                "com.dynatrace.hash4j..",
                "dk.brics.automaton..");
    }
}
