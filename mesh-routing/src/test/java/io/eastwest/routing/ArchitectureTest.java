package io.eastwest.routing;

import io.eastwest.architecture.PureModuleRules;

class ArchitectureTest extends PureModuleRules {
    ArchitectureTest() {
        super(
                "io.eastwest.routing",
                "io.eastwest.model..",
                "com.google.re2j..",
                "com.dynatrace.hash4j..",
                "dk.brics.automaton..");
    }
}
