package io.eastwest.render;

import io.eastwest.architecture.PureModuleRules;

class ArchitectureTest extends PureModuleRules {
    ArchitectureTest() {
        super("io.eastwest.render", "io.eastwest.model..", "io.eastwest.pki..", "io.eastwest.routing..");
    }
}
