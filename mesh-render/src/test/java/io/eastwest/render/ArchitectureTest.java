package io.eastwest.render;

import io.eastwest.architecture.PureModuleRules;

class ArchitectureTest extends PureModuleRules {
    ArchitectureTest() {
        super(
                "io.eastwest.render",
                "io.eastwest.model..",
                "io.eastwest.pki..",
                "io.eastwest.routing..",
                // the form in which the model keeps what it does not read
                "com.fasterxml.jackson.databind..",
                // places the nodes of diagrams
                "org.eclipse.elk..",
                "org.eclipse.emf.common.util..");
    }
}
