package io.eastwest.model;

import io.eastwest.architecture.PureModuleRules;

class ArchitectureTest extends PureModuleRules {
    ArchitectureTest() {
        super("io.eastwest.model", "com.fasterxml.jackson..", "com.google.re2j..", "org.snakeyaml.engine..");
    }
}
